import type { Saying, Whereabouts } from '@madang/contracts';
import { dayIn, type Told } from '../kit/told.ts';
import { refusalCodeIn } from '../messages/refusal-in.ts';
import { isKey, type Key, type Values } from '../messages/say.ts';

type Facts = Saying['facts'];

/** A stage by its code; one that is said nowhere by the words of the process itself. */
export const sayStage = ({ say }: Told, { code, facts = {} }: Saying, words: string): string => {
  const key = [`process.stage.${code}`, `stage.${code}`].find(isKey);
  return key ? say(key, facts as Values) : words;
};

/** Facts of a saying as they are to be read. */
const valuesOf = (told: Told, facts: Facts): Values => {
  const { say, lang } = told;
  const stageName = (code: string): string => sayStage(told, { code, facts: {} }, code);
  const kind = `duty.${facts.kind}`;
  return {
    ...facts,
    ...(facts.dueOn ? { day: dayIn(told, String(facts.dueOn)) } : {}),
    ...(facts.stage ? { stage: stageName(String(facts.stage)) } : {}),
    ...(facts.refusal ? { refusal: refusalCodeIn(lang, String(facts.refusal)) } : {}),
    ...('kind' in facts ? { kind: isKey(kind) ? say(kind) : say('process.kind.obligation') } : {}),
  };
};

const keyOf = (part: 'waits' | 'next', { code, facts }: Saying): string => {
  if (code === 'requirement' && ['mandates', 'balance'].includes(String(facts.requirement)))
    return `process.waits.${facts.requirement}`;
  if (code !== 'rung') return part === 'waits' ? `process.waits.${code}` : `process.next.${code}`;
  return /^due-\d+d$/.test(String(facts.rung)) ? 'process.rung.before' : `process.rung.${facts.rung}`;
};

const sayPart = (told: Told, part: 'waits' | 'next', saying: Saying, words: string): string => {
  const key: string = keyOf(part, saying);
  if (!isKey(key)) return words;
  const days = /^due-(\d+)d$/.exec(String(saying.facts.rung))?.[1];
  return told.say(key as Key, { ...valuesOf(told, saying.facts), ...(days ? { count: Number(days) } : {}) });
};

/** Where a process stands, in the reader's language. What older processes say only in English is shown so. */
export const sayPlace = (told: Told, { said, stage, waitingFor, next }: Whereabouts) => ({
  stage: sayStage(told, said?.stage ?? { code: stage, facts: {} }, stage),
  waitingFor: said ? sayPart(told, 'waits', said.waitingFor, waitingFor) : waitingFor,
  next: said ? sayPart(told, 'next', said.next, next) : next,
});

/** What happened, by the type of its fact. */
export const sayAct = ({ say }: Told, type: string): string => {
  const key = `act.${type.replace(/\.v\d+$/, '').replaceAll('.', '-')}`;
  return isKey(key) ? say(key) : type;
};
