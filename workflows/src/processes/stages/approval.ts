import { factNames } from '@madang/contracts/names';
import { asks } from '../course/asks.ts';
import type { Instant, Start } from '../course/words.ts';
import { imposeAll } from './impose.ts';
import { leadsOf } from './stage.rules.ts';
import { beginStage, type StageCourse, tellStory } from './stage-course.ts';

/** The lead institutions sign off, the forum votes, the approved plan is adopted and submitted. */
export const approval = async (given: Start): Promise<void> => {
  let begun = false;
  let awaited: readonly string[] = [];
  let signedFor = 0;
  let signHints = 1;
  let carried: string | undefined;
  let adopted = false;
  const ballots = new Map<string, Instant>();

  const signOff = async (on: StageCourse, institutionIds: readonly string[]): Promise<void> => {
    signedFor = signHints;
    awaited = await asks.owing({ ...on.about(), kind: 'sign-off' });
    if (awaited.length > 0 || institutionIds.length === 0) return;
    await on.ask(`seal-sign-offs/${on.version()}`, (asking) =>
      asks.sealSignOffs({ ...asking, institutionIds }),
    );
  };
  const approve = async (on: StageCourse, ballotId: string): Promise<void> => {
    carried = undefined;
    await on.ask(`approve/${ballotId}`, (asking) => asks.approvePlan({ ...asking, ballotId }));
    await on.look();
  };
  const adopt = async (on: StageCourse): Promise<void> => {
    const { commitments } = await asks.cycleMatters(on.about());
    const drafts = commitments
      .filter(({ state }) => state === 'draft')
      .map(({ commitmentId }) => commitmentId);
    const commitmentIds = drafts.sort();
    if (drafts.length > 0)
      await on.ask('adopt', (asking) => asks.adoptCommitments({ ...asking, commitmentIds }));
    adopted = true;
  };
  /** The ballot that is next to be closed. */
  const nextBallot = (): readonly [string, Instant] | undefined =>
    [...ballots].sort(([, one], [, other]) => (one < other ? -1 : 1))[0];
  const closeBallot = async (on: StageCourse): Promise<void> => {
    const [ballotId = '', closesAt = ''] = nextBallot() ?? [];
    ballots.delete(ballotId);
    const closed = await on.ask(`close-ballot/${ballotId}/${on.version()}`, (asking) =>
      asks.closeBallot({ ...asking, ballotId }),
    );
    if (closed.refused !== 'ballot-still-running') return;
    await on.breathe();
    ballots.set(ballotId, closesAt);
  };

  await tellStory('approval', given, {
    place: (standing) => {
      if (!begun)
        return {
          stage: 'approval',
          waitingFor: 'the opening of approval',
          awaited,
          next: 'ask for sign-offs',
        };
      if (standing?.approved)
        return { stage: 'submission', waitingFor: 'the submission of the plan', awaited, next: 'monitoring' };
      const waitingFor = ballots.size > 0 ? 'the close of the ballot' : 'a ballot on the plan';
      return { stage: 'approval', waitingFor, awaited, next: 'approve the plan on a carried ballot' };
    },
    hear: ({ type, ids }) => {
      const { ballotId, closesAt } = ids;
      if (type === factNames.obligationDischarged || type === factNames.obligationWithdrawn) signHints += 1;
      if (type === factNames.ballotOpened && ballotId && closesAt) ballots.set(ballotId, closesAt);
      if (type === factNames.ballotClosed && ballotId) {
        ballots.delete(ballotId);
        if (ids.carried === 'yes') carried = ballotId;
      }
    },
    story: async (on) => {
      const { closesOn } = await beginStage(on, 'approval');
      begun = true;
      for (const { ballotId, closesAt } of await asks.openBallots(on.about()))
        ballots.set(ballotId, closesAt);
      const leads = leadsOf(await asks.cycleMatters(on.about()), ({ state }) => state !== 'withdrawn');
      const institutionIds = leads.map(({ institutionId }) => institutionId);
      awaited = institutionIds;
      await imposeAll(
        on,
        leads.map(({ institutionId, commitmentIds }) => ({
          institutionId,
          kind: 'sign-off' as const,
          subject: { commitmentIds: [...commitmentIds] },
          dueOn: closesOn,
        })),
      );
      const isSignHint = () => signHints !== signedFor && !on.standing().signedOff;
      const isToAdopt = () => on.standing().approved && !adopted;

      while (!on.standing().submitted || isToAdopt()) {
        if (carried !== undefined) await approve(on, carried);
        else if (isToAdopt()) await adopt(on);
        else if (isSignHint()) await signOff(on, institutionIds);
        else {
          const came = await on.until(
            () => nextBallot()?.[1],
            ({ submitted }) => submitted || carried !== undefined || isToAdopt() || isSignHint(),
          );
          if (came === 'come') await closeBallot(on);
        }
      }
    },
  });
};
