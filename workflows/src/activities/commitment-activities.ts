import {
  AdoptCommitments,
  type After,
  CloseCall,
  CloseConsultation,
  CloseReportingWindow,
  CycleCommitments,
  OpenCall,
  OpenConsultation,
  OpenReportingWindow,
  type ResultOf,
  SealConsultation,
} from '@madang/contracts';
import type { Asking, Asks, Done } from './asking.ts';
import { idOf } from './purpose.ts';

export type Matters = ResultOf<typeof CycleCommitments>;
type OfCycle = Asking & { readonly cycleId: string };
type OfConsultation = Asking & { readonly consultationId: string };

/** Ids of what a cycle has one of, and of its reporting windows. */
export const callIdOf = (cycleId: string): string => idOf(`cycle/${cycleId}/call`);
export const consultationIdOf = (cycleId: string): string => idOf(`cycle/${cycleId}/consultation`);
export const windowIdOf = (cycleId: string, number: number): string =>
  idOf(`cycle/${cycleId}/window/${number}`);

export type OpensWindow = OfCycle & {
  readonly window: {
    readonly windowId: string;
    readonly number: number;
    readonly from: string;
    readonly until: string;
    readonly closesAt: string;
  };
};

export const commitmentActivities = ({ command, query }: Asks) => ({
  cycleMatters: (about: { readonly cycleId: string; readonly after: After }): Promise<Matters> =>
    query(CycleCommitments, { cycleId: about.cycleId }, about.after),

  openCall: (asking: OfCycle & { readonly closesAt: string }): Promise<Done> => {
    const { forumId, cycleId, closesAt } = asking;
    return command(OpenCall, asking, { forumId, callId: callIdOf(cycleId), cycleId, closesAt });
  },
  closeCall: (asking: OfCycle): Promise<Done> =>
    command(CloseCall, asking, { forumId: asking.forumId, callId: callIdOf(asking.cycleId) }),

  openConsultation: async (
    asking: OfCycle & { readonly commitmentIds: readonly string[]; readonly closesAt: string },
  ): Promise<Done & { readonly consultationId: string }> => {
    const { forumId, cycleId, closesAt } = asking;
    const consultationId = consultationIdOf(cycleId);
    const commitmentIds = [...asking.commitmentIds];
    const done = await command(OpenConsultation, asking, {
      forumId,
      consultationId,
      cycleId,
      commitmentIds,
      closesAt,
    });
    return { ...done, consultationId };
  },
  closeConsultation: (asking: OfCycle): Promise<Done> =>
    command(CloseConsultation, asking, {
      forumId: asking.forumId,
      consultationId: consultationIdOf(asking.cycleId),
    }),
  sealConsultation: (asking: OfConsultation): Promise<Done> =>
    command(SealConsultation, asking, { forumId: asking.forumId, consultationId: asking.consultationId }),
  adoptCommitments: (asking: OfCycle & { readonly commitmentIds: readonly string[] }): Promise<Done> =>
    command(AdoptCommitments, asking, {
      forumId: asking.forumId,
      cycleId: asking.cycleId,
      commitmentIds: [...asking.commitmentIds],
    }),

  openReportingWindow: (asking: OpensWindow): Promise<Done> => {
    const { forumId, cycleId, window } = asking;
    const { windowId, number, from, until, closesAt } = window;
    return command(OpenReportingWindow, asking, {
      forumId,
      windowId,
      cycleId,
      number,
      from,
      until,
      closesAt,
    });
  },
  closeReportingWindow: (asking: Asking & { readonly windowId: string }): Promise<Done> =>
    command(CloseReportingWindow, asking, { forumId: asking.forumId, windowId: asking.windowId }),
});
