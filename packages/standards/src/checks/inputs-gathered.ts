import type { CycleFacts, InputWindow } from '../cycle-facts.ts';
import { daysBetween } from '../day.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';

const lasting = (
  atLeastDays: number,
  windows: readonly InputWindow[],
  { asOf, development }: CycleFacts,
): Finding => {
  const open = windows.filter(({ opensOn }) => opensOn <= asOf);
  const daysOpen = open.map(
    ({ opensOn, closesOn }) => daysBetween(opensOn, closesOn < asOf ? closesOn : asOf) + 1,
  );
  const evidence = { windows: open.length, longestDays: Math.max(0, ...daysOpen), atLeastDays };
  if (evidence.longestDays >= atLeastDays) return { status: 'met', why: 'open-long-enough', evidence };
  const ended = development.endedOn !== null && development.endedOn <= asOf;
  const status = ended ? 'unmet' : 'not-yet';
  if (open.length === 0) return { status, why: 'no-window-yet', evidence };
  return {
    status,
    why: open.some(({ closesOn }) => closesOn >= asOf) ? 'window-still-open' : 'window-too-short',
    evidence,
  };
};

const through = (channel: InputWindow['channel'], { inputWindows }: CycleFacts) =>
  inputWindows.filter((window) => window.channel === channel);

/** OGP 3.3: one window for inputs was open for an appropriate period. OGP gives no number of days, so the pack's default counts. */
export const inputsGathered = (pack: RulePack, facts: CycleFacts): Finding =>
  lasting(pack.consultationMinDays, facts.inputWindows, facts);

/** Fourth of the six steps: inputs on line. */
export const inputsOnline = (pack: RulePack, facts: CycleFacts): Finding =>
  lasting(pack.consultationMinDays, through('online', facts), facts);

/** Fifth of the six steps: inputs in person; one day is enough. */
export const inputsInPerson = (_pack: RulePack, facts: CycleFacts): Finding =>
  lasting(1, through('in-person', facts), facts);
