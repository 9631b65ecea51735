import type { CycleFacts } from '../cycle-facts.ts';
import { addMonths, type Day } from '../day.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';

type Dialogue = Pick<CycleFacts, 'asOf' | 'assessedFrom' | 'meetingsHeldOn' | 'rulesPublishedOn'>;

/** From where each time without a meeting is counted: the last meeting before the assessed time, or its first day. */
const marks = ({ asOf, assessedFrom, meetingsHeldOn }: Dialogue): readonly Day[] => {
  const held = meetingsHeldOn.filter((day) => day <= asOf).sort();
  const before = held.filter((day) => day <= assessedFrom).at(-1) ?? assessedFrom;
  return [before, ...held.filter((day) => day > assessedFrom)];
};

/**
 * Last day on which the next meeting of the space for dialogue keeps the rhythm. OGP 1.1
 */
export const nextMeetingDueOn = (pack: RulePack, facts: Dialogue): Day =>
  addMonths(marks(facts).at(-1) ?? facts.assessedFrom, pack.meetingEveryMonths);

/** OGP 1.1: no longer than six months between meetings, and the basic rules are public. */
export const dialogueRegular = (pack: RulePack, facts: Dialogue): Finding => {
  const since = marks(facts);
  const rulesPublic = facts.rulesPublishedOn !== null && facts.rulesPublishedOn <= facts.asOf;
  const late = since.find(
    (mark, at) => (since[at + 1] ?? facts.asOf) > addMonths(mark, pack.meetingEveryMonths),
  );
  const hasMet = facts.meetingsHeldOn.some((day) => day <= facts.asOf);
  const evidence = {
    lastMeetingOn: hasMet ? (since.at(-1) ?? null) : null,
    nextDueOn: nextMeetingDueOn(pack, facts),
    gapFrom: late ?? null,
    rulesPublic,
  };
  if (late !== undefined) return { status: 'unmet', why: 'meetings-too-far-apart', evidence };
  if (!hasMet) return { status: 'not-yet', why: 'no-meeting-yet', evidence };
  if (!rulesPublic) return { status: 'unmet', why: 'rules-not-public', evidence };
  return { status: 'met', why: 'meets-regularly', evidence };
};
