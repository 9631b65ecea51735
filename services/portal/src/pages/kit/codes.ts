import type { Moment, MoveFound } from '../../queries/cycle.ts';
import { isKey, type Say } from '../messages/say.ts';
import { dayIn, type Told } from './told.ts';

const KEYS = {
  authority: (code: string) => `authority.${code}`,
  outreach: (code: string) => `outreach.${code}`,
  opportunity: (code: string) => `opportunity.${code}`,
  'form.lang': (code: string) => `form.lang.${code}`,
} as const;
/** A code in words, or as it stands where nobody has words for it yet. */
const codeIn = (say: Say, family: keyof typeof KEYS, code: string): string => {
  const key = KEYS[family](code);
  return isKey(key) ? say(key) : code;
};

/** Who decided, in words. */
export const authorityIn = (say: Say, authority: string): string => codeIn(say, 'authority', authority);

const whatIn = (say: Say, { kind, what }: Moment): string => {
  switch (kind) {
    case 'stage':
      return say(`stage.${what as 'closed'}`);
    case 'outreach':
    case 'opportunity':
      return codeIn(say, kind, what);
    case 'suspended':
    case 'resumed':
      return authorityIn(say, what);
    case 'submitted':
      return what
        .split(' ')
        .map((lang) => codeIn(say, 'form.lang', lang))
        .join(', ');
    default:
      return what;
  }
};

/** What happened in a cycle, in words. */
export const momentIn = (say: Say, moment: Moment): string =>
  say(`moment.${moment.kind}`, { what: whatIn(say, moment) });

/** A deadline that was moved: from when to when, by whom, announced when. */
export const moveIn = (told: Told, { stage, stages, was, noticeOn, authority }: MoveFound): string => {
  const { say } = told;
  const now = stages.find((each) => each.stage === stage)?.closesOn ?? noticeOn;
  return say(was ? 'cycle.moves.fromTo' : 'cycle.moves.one', {
    stage: say(`stage.${stage as 'drafting'}`),
    ...(was ? { was: dayIn(told, was) } : {}),
    day: dayIn(told, now),
    notice: dayIn(told, noticeOn),
    authority: authorityIn(say, authority),
  } as never);
};
