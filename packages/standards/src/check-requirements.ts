import { commentsSummarised, contributionsAnswered } from './checks/contributions-answered.ts';
import { dialogueRegular } from './checks/dialogue-regular.ts';
import { repositoryCurrent, sitePublic } from './checks/information-public.ts';
import { inputsGathered, inputsInPerson, inputsOnline } from './checks/inputs-gathered.ts';
import { outreachDone } from './checks/outreach-done.ts';
import { resultsDiscussed } from './checks/results-discussed.ts';
import { timetableInTime, timetablePublished } from './checks/timetable-in-time.ts';
import type { CycleFacts } from './cycle-facts.ts';
import type { CheckName, RulePack } from './rule-pack.ts';
import type { Finding, Standing } from './standing.ts';

const checks: Readonly<Record<CheckName, (pack: RulePack, facts: CycleFacts) => Finding>> = {
  'dialogue-regular': dialogueRegular,
  'site-public': sitePublic,
  'repository-current': repositoryCurrent,
  'timetable-in-time': timetableInTime,
  'timetable-published': timetablePublished,
  'outreach-done': outreachDone,
  'inputs-gathered': inputsGathered,
  'inputs-online': inputsOnline,
  'inputs-in-person': inputsInPerson,
  'contributions-answered': contributionsAnswered,
  'comments-summarised': commentsSummarised,
  'results-discussed': resultsDiscussed,
};

/**
 * Where a cycle stands under each minimum requirement of its pack, in the pack's order. It says what the recorded facts
 * show; the IRM judges.
 * @throws RangeError when the facts contradict themselves (more answers than contributions)
 */
export const checkRequirements = (pack: RulePack, facts: CycleFacts): readonly Standing[] =>
  pack.requirements.map(({ id, check }) => ({ id, ...checks[check](pack, facts) }));
