import { names } from '@madang/contracts/names';
import { patched } from '@temporalio/workflow';
import { outside } from './forum-time.ts';
import { saying } from './sayings.rules.ts';
import { type CycleInput, leadsOf, stageTime } from './stage-time.ts';

/** Drafting: the call for proposals, and a feasibility opinion of each lead institution before the stage closes. */
export const drafting = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('drafting', input);
  const { cycleId } = input;
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'opens-call');
    await stage.beginStage('drafting');
    const state = await stage.standing();
    const callId = await outside.idOf(`${cycleId}/call`);
    const dates = state.stages.find((one) => one.stage === 'drafting');
    await stage.ask(names.openCall, `open-call/v${state.timetableVersion}`, {
      callId,
      cycleId,
      closesAt: dates?.closesAt,
    });
    // Each draft that is told of brings its lead's opinion; leads are asked once.
    for (;;) {
      stage.takeFacts();
      const leads = leadsOf(await stage.commitments());
      const now = await stage.standing();
      const closing = now.stages.find((one) => one.stage === 'drafting');
      if (closing)
        await stage.imposeOn(leads, 'feasibility-opinion', 'drafts', closing.closesOn, { commitmentIds: [] });
      if (closing && !now.suspended && stage.time() >= closing.closesAt) break;
      const until = now.suspended ? null : (closing?.closesAt ?? null);
      stage.stand({
        stage: saying('drafting'),
        waitingFor: saying('drafts'),
        awaited: [...leads],
        until,
        next: saying('closes-call'),
      });
      await stage.rest(until);
    }
    await stage.ask(names.closeCall, 'close-call', { callId });
  });
};

/** Consultation on the drafts, from its opening to its closing day. */
export const consultation = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('consultation', input);
  const { cycleId } = input;
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'opens-consultation');
    await stage.beginStage('consultation');
    const state = await stage.standing();
    const consultationId = await outside.idOf(`${cycleId}/consultation`);
    const drafts = (await stage.commitments()).commitments
      .filter((one) => one.state === 'draft')
      .map((one) => one.commitmentId);
    const closesAt = state.stages.find((one) => one.stage === 'consultation')?.closesAt;
    await stage.ask(names.openConsultation, `open-consultation/v${state.timetableVersion}`, {
      consultationId,
      cycleId,
      commitmentIds: drafts,
      closesAt,
    });
    await stage.untilEdge('closesAt', 'closes-consultation');
    await stage.ask(names.closeConsultation, 'close-consultation', { consultationId });
  });
};

/** Response: every contribution is answered or waived; then the consultation is sealed. OGP 4.1. */
export const response = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('response', input);
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'asks-answers');
    await stage.beginStage('response');
    const state = await stage.standing();
    const found = await stage.commitments();
    const consultationId = found.consultationId ?? '';
    const leads = leadsOf(found, (one) => one.contributions > 0);
    const dueOn = state.stages.find((one) => one.stage === 'response')?.closesOn ?? '';
    await stage.imposeOn(leads, 'reasoned-response', consultationId, dueOn, {
      consultationId,
      commitmentIds: [],
    });
    for (let tries = 0; ; tries += 1) {
      stage.takeFacts();
      const { answered, waived, accepted } = (await outside.askQuery({
        type: names.responseCoverage,
        after: stage.after(),
        body: { consultationId },
      })) as { accepted: number; answered: number; waived: number };
      if (answered + waived >= accepted) {
        const outcome = await stage.ask(
          names.sealConsultation,
          `seal/${answered}/${waived}/${accepted}/${tries}`,
          { consultationId },
        );
        if (outcome.done) return;
      }
      stage.stand({
        stage: saying('response'),
        waitingFor: saying('answers', { missing: accepted - answered - waived, of: accepted }),
        awaited: [...leads],
        next: saying('seals-consultation'),
      });
      await stage.rest(null);
    }
  });
};

/** Approval: sign-offs, the vote, adoption; it ends when the plan is submitted. */
export const approval = async (input: CycleInput): Promise<void> => {
  const stage = stageTime('approval', input);
  const { cycleId } = input;
  await stage.run(async () => {
    await stage.untilEdge('opensAt', 'asks-sign-offs');
    await stage.beginStage('approval');
    const state = await stage.standing();
    const found = await stage.commitments();
    const leads = leadsOf(found);
    const dueOn = state.stages.find((one) => one.stage === 'approval')?.closesOn ?? '';
    await stage.imposeOn(leads, 'sign-off', 'plan', dueOn, { commitmentIds: [] });
    const ballots = new Map<string, string>();
    if (patched('asks-for-open-ballots'))
      for (const { ballotId, closesAt } of await outside.openBallots({ cycleId }))
        ballots.set(ballotId, closesAt);
    for (;;) {
      for (const fact of stage.takeFacts())
        if (fact.type === 'forums.ballot.opened.v1' && fact.ids.ballotId)
          ballots.set(fact.ids.ballotId, fact.ids.closesAt ?? '');
      const now = await stage.standing();
      const place = Object.values(stage.seen()).join('-');
      if (!now.suspended) {
        if (!now.signedOff)
          await stage.ask(names.sealSignOffs, `seal-sign-offs/${place}`, { cycleId, institutionIds: leads });
        for (const [ballotId, closesAt] of ballots) {
          if (stage.time() >= closesAt)
            await stage.ask(names.closeBallot, `close-ballot/${ballotId}/${place}/${stage.time()}`, {
              ballotId,
            });
          if (!now.approved)
            await stage.ask(names.approvePlan, `approve-plan/${ballotId}/${place}/${stage.time()}`, {
              cycleId,
              ballotId,
            });
        }
      }
      const then = await stage.standing();
      if (then.approved) {
        const drafts = found.commitments
          .filter((one) => one.state === 'draft')
          .map((one) => one.commitmentId);
        if (drafts.length > 0)
          await stage.ask(names.adoptCommitments, `adopt/${place}`, { cycleId, commitmentIds: drafts });
      }
      if (then.submitted) return;
      const closings = [...ballots.values()].filter((at) => at > stage.time()).toSorted();
      const until = then.approved || then.suspended ? null : (closings[0] ?? null);
      stage.stand({
        stage: saying(then.approved ? 'submission' : 'approval'),
        waitingFor: saying(then.approved ? 'submission' : 'vote'),
        awaited: [...leads],
        until,
        next: saying(then.approved ? 'ends' : 'closes-ballot'),
      });
      await stage.rest(until);
    }
  });
};
