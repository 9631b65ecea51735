import type { CycleFacts } from '../cycle-facts.ts';
import { daysBetween } from '../day.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';

const noticeOf = (facts: CycleFacts) => {
  const timetable =
    facts.timetable !== null && facts.timetable.publishedOn <= facts.asOf ? facts.timetable : null;
  const startedOn =
    facts.development.startedOn !== null && facts.development.startedOn <= facts.asOf
      ? facts.development.startedOn
      : null;
  const startsOn = startedOn ?? timetable?.developmentStartsOn ?? null;
  const noticeDays =
    timetable === null || startsOn === null ? null : daysBetween(timetable.publishedOn, startsOn);
  return {
    startedOn,
    noticeDays,
    evidence: { publishedOn: timetable?.publishedOn ?? null, developmentStartsOn: startsOn, noticeDays },
  };
};

const withNotice = (atLeastDays: number, facts: CycleFacts): Finding => {
  const { startedOn, noticeDays, evidence } = noticeOf(facts);
  const found = { ...evidence, atLeastDays };
  if (noticeDays === null)
    return { status: startedOn === null ? 'not-yet' : 'unmet', why: 'no-timetable', evidence: found };
  return noticeDays >= atLeastDays
    ? { status: 'met', why: 'notice-given', evidence: found }
    : { status: 'unmet', why: 'notice-too-short', evidence: found };
};

/** OGP 3.1: two weeks between publication and start. Judged by the actual start once there is one; a moved start is judged anew. */
export const timetableInTime = (pack: RulePack, facts: CycleFacts): Finding =>
  withNotice(pack.timetableNoticeDays, facts);

/** First of the six steps: the timeline is public before development starts, on the day before at the latest. */
export const timetablePublished = (_pack: RulePack, facts: CycleFacts): Finding => withNotice(1, facts);
