import { ApprovePlan, BeginStage, Contribute, SealConsultation, SubmitPlan } from '@madang/contracts';
import { isAccepted, type Said } from '../portal/answer.ts';
import type { Trial } from '../scenario/scenario.ts';
import { consultationIdOf, contributionIdOf } from './consultation.ts';
import { commitmentIdOf } from './cycle-matters.ts';
import { type Rehearsal, written } from './rehearsal.ts';

/** What was tried against a rule, and what the rule said. */
export type Tried = Trial & {
  readonly status: number;
  readonly code: string;
  readonly remedy: string;
  readonly facts: string;
};

const attempts = (
  r: Rehearsal,
  trial: Trial,
  purpose: string,
): Readonly<Record<Trial['tries'], () => Promise<Said>>> => {
  const { forumId, cycleId, cast, ids, scenario } = r;
  const { secretariat } = cast;
  const ballotId = ids.of(`ballot/${scenario.ballots[0]?.ballot}`);
  return {
    'seal-consultation': async () =>
      r.attempt(secretariat, SealConsultation, purpose, {
        forumId,
        consultationId: await consultationIdOf(r),
      }),
    'begin-approval': () =>
      r.attempt(secretariat, BeginStage, purpose, { forumId, cycleId, stage: 'approval' }),
    'approve-plan': () => r.attempt(secretariat, ApprovePlan, purpose, { forumId, cycleId, ballotId }),
    'submit-plan': () =>
      r.attempt(secretariat, SubmitPlan, purpose, { forumId, cycleId, languages: ['ko', 'en'] }),
    'contribute-late': async () =>
      r.attempt(cast.citizen(1), Contribute, purpose, {
        forumId,
        consultationId: await consultationIdOf(r),
        contributionId: contributionIdOf(r, 0),
        commitmentId: commitmentIdOf(r, scenario.commitments[0]?.number ?? 1),
        contributorId: cast.citizen(1).id,
        contributorKind: 'person',
        channel: 'online',
        receivedOn: trial.on,
        text: written('늦은 의견 (리허설)'),
      }),
  };
};

/** Things that people try and that a rule must refuse; what the rule said is kept. */
export const trials = (r: Rehearsal): readonly Tried[] => {
  const tried: Tried[] = [];
  for (const [index, trial] of r.scenario.trials.entries())
    r.agenda.put(r.at(trial.on, 18), `somebody tries to ${trial.tries.replaceAll('-', ' ')}`, async () => {
      const said = await attempts(r, trial, `trial/${index}`)[trial.tries]();
      const { code = 'accepted', remedy = '', facts = {} } = isAccepted(said) ? {} : said.problem;
      tried.push({ ...trial, status: said.status, code, remedy, facts: JSON.stringify(facts) });
    });
  return tried;
};
