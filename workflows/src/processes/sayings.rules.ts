import type { Saying } from '@madang/contracts';
import { dayInWords, rungInWords } from './words-of-days.rules.ts';

type Facts = Saying['facts'];
type Words = string | ((facts: Facts) => string);

/** What is watched that no rule pack numbers. */
const WANTS: Readonly<Record<string, string>> = {
  mandates: 'seats that somebody holds',
  balance: 'two seats of civil society',
};
const spaced = (code: unknown): string => String(code ?? '').replaceAll('-', ' ');

const STAGES: Readonly<Record<string, Words>> = {
  'in-order': 'in order',
  unmet: ({ requirements }) => `unmet: ${requirements}`,
  window: ({ number }) => `window ${number}`,
};
const WAITS: Readonly<Record<string, Words>> = {
  itself: 'itself',
  nothing: 'nothing',
  timetable: 'the timetable',
  'end-of-stage': ({ stage }) => `the end of ${stage}`,
  resumption: 'the cycle to be resumed',
  'opening-day': 'its opening day',
  'closing-day': 'its closing day',
  gate: ({ stage, refusal }) => `the gate of ${stage}: ${refusal}`,
  drafts: 'proposals, drafts and opinions',
  answers: ({ missing, of }) => `answers: ${missing} of ${of} contributions lack theirs`,
  vote: 'sign-offs and the vote',
  submission: 'the submission of the plan',
  'window-opening': 'the opening of the reporting window',
  'progress-reports': 'progress reports',
  assessment: 'the independent assessment',
  duty: ({ kind, dueOn }) => `the ${spaced(kind || 'discharge')}, due on ${dayInWords(String(dueOn))}`,
  requirement: ({ requirement, dueOn }) =>
    `${WANTS[String(requirement)] ?? `requirement ${requirement}`}, to be kept by ${dayInWords(String(dueOn))}`,
  'meeting-or-update': 'a meeting or an update',
};
const NEXT: Readonly<Record<string, Words>> = {
  nothing: 'nothing',
  ends: 'ends',
  looks: 'looks where it stands',
  'looks-again': 'looks again',
  'starts-drafting': 'starts drafting',
  'starts-next': 'starts what follows',
  begins: ({ stage }) => `begins ${stage}`,
  'opens-call': 'opens the call for proposals',
  'closes-call': 'closes the call',
  'opens-consultation': 'opens the consultation',
  'closes-consultation': 'closes the consultation',
  'asks-answers': 'asks the ministries for their answers',
  'seals-consultation': 'seals the consultation',
  'asks-sign-offs': 'asks for sign-offs',
  'closes-ballot': 'closes the ballot',
  'opens-first-window': 'opens the first reporting window',
  'asks-reports': 'asks for reports',
  'closes-window': 'closes the reporting window',
  'begins-assessment': 'begins the assessment',
  'closes-cycle': 'closes the cycle',
  warns: 'warns the forum',
  'states-missed': 'states that it was missed',
  rung: ({ rung }) => rungInWords(String(rung)),
  'ladder-climbed': 'nothing: the ladder is climbed',
};

/** Every code, by the part of a place that it says; a spec of the pages holds their messages against it. */
export const SAYINGS = { stage: STAGES, waitingFor: WAITS, next: NEXT } as const;

export const saying = (code: string, facts: Facts = {}): Saying => ({ code, facts });

/** A code in English, as Temporal's own pages show it; a stage without words of its own is said by its code. */
export const inWords = (part: keyof typeof SAYINGS, { code, facts }: Saying): string => {
  const words = SAYINGS[part][code] ?? code;
  return typeof words === 'string' ? words : words(facts);
};
