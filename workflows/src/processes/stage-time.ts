import { names } from '@madang/contracts/names';
import { defineSignal, getExternalWorkflowHandle } from '@temporalio/workflow';
import type { Outcome } from '../activities/activities.ts';
import { type ForumTime, forumTime, type Legacy, outside, type Told } from './forum-time.ts';
import { saying } from './sayings.rules.ts';

export type StageName = 'drafting' | 'consultation' | 'response' | 'approval' | 'monitoring';
export type CycleInput = {
  readonly forumId: string;
  readonly cycleId: string;
  readonly clock: Told['clock'];
};
type Dates = {
  readonly stage: StageName;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly opensAt: string;
  readonly closesAt: string;
};
export type Standing = {
  readonly stage: string;
  readonly suspended: boolean;
  readonly timetableVersion: number;
  readonly zone: string;
  readonly country: 'KR' | 'none';
  readonly rulePack: string;
  readonly stages: readonly Dates[];
  readonly sealed: boolean;
  readonly signedOff: boolean;
  readonly approved: boolean;
  readonly submitted: boolean;
  readonly closed: boolean;
};
export type Commitments = {
  readonly consultationId: string | null;
  readonly consultationState: 'none' | 'open' | 'closed' | 'sealed';
  readonly commitments: readonly {
    readonly commitmentId: string;
    readonly state: string;
    readonly leadInstitutionId: string;
    readonly contributions: number;
  }[];
  readonly windows: readonly {
    readonly windowId: string;
    readonly state: 'open' | 'closed';
    readonly closesAt: string;
  }[];
};

/** A stage says that it has ended; the cycle also finds it out from the facts. */
export const stageEnded = defineSignal<[StageName]>('stageEnded');
/** Thrown when the cycle was closed under a stage. */
const cycleClosed = new Error('the cycle is closed');

/** What every stage of a cycle has, beyond the forum's time. */
export const stageTime = (stage: StageName, { forumId, cycleId, clock }: CycleInput, from?: Legacy) => {
  const time: ForumTime = forumTime({ process: stage, forumId, clock, cycleId }, from);
  const standing = async (): Promise<Standing> => {
    const found = (await outside.askQuery({
      type: names.cycleStanding,
      after: time.after(),
      body: { cycleId },
    })) as Standing | null;
    if (!found || found.closed) throw cycleClosed;
    time.speakIn(found.zone);
    return found;
  };
  const commitments = (): Promise<Commitments> =>
    outside.askQuery({
      type: names.cycleCommitments,
      after: time.after(),
      body: { cycleId },
    }) as Promise<Commitments>;
  const dates = (state: Standing): Dates | undefined => state.stages.find((one) => one.stage === stage);
  const ask = (type: string, purpose: string, body: object): Promise<Outcome> =>
    outside.askCommand({ type, purpose: `cycle/${cycleId}/${purpose}`, forumId, after: time.after(), body });

  return {
    ...time,
    standing,
    commitments,
    ask,
    /** Waits until an edge of the stage, as the timetable says at the moment; follows it when it moves, stands still while suspended. */
    untilEdge: async (edge: 'opensAt' | 'closesAt', next: string): Promise<Standing> => {
      for (;;) {
        time.takeFacts();
        const state = await standing();
        const at = dates(state)?.[edge];
        if (at && !state.suspended && time.time() >= at) return state;
        const until = state.suspended ? null : (at ?? null);
        time.stand({
          stage: saying(stage),
          waitingFor: saying(
            state.suspended ? 'resumption' : edge === 'opensAt' ? 'opening-day' : 'closing-day',
          ),
          until,
          next: saying(next),
        });
        await time.rest(until);
      }
    },
    /** Begins a stage as soon as its gate is open; what keeps it closed may change with any fact. */
    beginStage: async (name: string): Promise<void> => {
      for (let tries = 0; ; tries += 1) {
        time.takeFacts();
        const state = await standing();
        const version = `v${state.timetableVersion}/${tries}/${Object.values(time.seen()).join('-')}`;
        const outcome = await ask(names.beginStage, `begin-stage/${name}/${version}`, {
          cycleId,
          stage: name,
        });
        if (outcome.done) return;
        time.stand({
          stage: saying(stage),
          waitingFor: saying('gate', { stage: name, refusal: outcome.code }),
          next: saying('begins', { stage: name }),
        });
        const until =
          outcome.code === 'stage-not-due' && typeof outcome.facts.opensAt === 'string'
            ? outcome.facts.opensAt
            : null;
        if (until !== null && until <= time.time()) await time.pause();
        else await time.rest(until);
      }
    },
    /** Imposes one obligation on each institution; asked again it is the same obligation. */
    imposeOn: async (
      institutions: readonly string[],
      kind: string,
      about: string,
      dueOn: string,
      subject: object,
    ): Promise<readonly string[]> => {
      const state = await standing();
      const ladder = await outside.ladderFor({
        dueOn,
        zone: state.zone,
        country: state.country,
        rulePack: state.rulePack,
      });
      const ids = await outside.idsOf(
        institutions.map((institutionId) => `cycle/${cycleId}/obligation/${kind}/${about}/${institutionId}`),
      );
      await Promise.all(
        institutions.map((institutionId, index) =>
          ask(names.imposeObligation, `impose/${kind}/${about}/${institutionId}`, {
            obligationId: ids[index],
            cycleId,
            institutionId,
            obligationKind: kind,
            subject,
            dueOn,
            ladder:
              ladder.filter((one) => one.at > time.time()).length > 0
                ? ladder.filter((one) => one.at > time.time())
                : ladder.slice(-1),
          }),
        ),
      );
      return ids;
    },
    /** Runs the story of the stage, and says that it has ended. */
    run: async (story: () => Promise<void>): Promise<void> => {
      await time.begin(
        async () =>
          ((await outside.askQuery({ type: names.forumTable, body: { forumId } })) as { now: string }).now,
      );
      try {
        await story();
      } catch (fault) {
        if (fault !== cycleClosed) throw fault;
      }
      time.stand({ stage: saying('ended'), waitingFor: saying('nothing'), next: saying('nothing') });
      if (clock === 'stepped') await outside.expectStart({ forumId, processId: `cycle/${cycleId}` });
      // The cycle may have ended or been lost; then the facts tell it.
      await getExternalWorkflowHandle(`cycle/${cycleId}`)
        .signal(stageEnded, stage)
        .catch(() =>
          clock === 'stepped' ? outside.forgetProcess({ forumId, processId: `cycle/${cycleId}` }) : undefined,
        );
      await time.end();
    },
  };
};

/** Institutions that lead a commitment which was not withdrawn, each once, in a fixed order. */
export const leadsOf = (
  found: Commitments,
  wanted: (one: Commitments['commitments'][number]) => boolean = () => true,
): readonly string[] =>
  [
    ...new Set(
      found.commitments
        .filter((one) => one.state !== 'withdrawn' && wanted(one))
        .map((one) => one.leadInstitutionId),
    ),
  ].toSorted();
