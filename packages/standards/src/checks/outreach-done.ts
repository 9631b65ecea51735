import type { CycleFacts } from '../cycle-facts.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';

/** OGP 3.2: outreach before development starts, and again while it goes on. */
export const outreachDone = (_pack: RulePack, { asOf, development, outreachOn }: CycleFacts): Finding => {
  const { startedOn, endedOn } = development;
  const done = outreachOn.filter((day) => day <= asOf);
  const started = startedOn !== null && startedOn <= asOf;
  const ended = endedOn !== null && endedOn <= asOf;
  const before = done.filter((day) => !started || day < startedOn);
  const during = done.filter((day) => started && day >= startedOn && (endedOn === null || day <= endedOn));
  const evidence = { before: before.length, during: during.length };
  if (before.length === 0)
    return { status: started ? 'unmet' : 'not-yet', why: 'no-outreach-before', evidence };
  if (during.length === 0)
    return { status: ended ? 'unmet' : 'not-yet', why: 'no-outreach-during', evidence };
  return { status: 'met', why: 'outreach-before-and-during', evidence };
};
