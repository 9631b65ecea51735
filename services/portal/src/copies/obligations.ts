import {
  type DataOf,
  type Event,
  ExtensionAsked,
  ExtensionRefused,
  ObligationDelegated,
  ObligationDischarged,
  ObligationEscalated,
  ObligationExtended,
  ObligationImposed,
  ObligationOverdue,
  ObligationPassed,
  ObligationReturned,
  ObligationWithdrawn,
  SilenceStated,
} from '@madang/contracts';
import { copy } from '@madang/decider';

export type ObligationChange = {
  readonly institutionId?: string;
  readonly actingInstitutionId?: string;
  readonly state?: string;
  readonly dueOn?: string;
  readonly late?: boolean;
  readonly silent?: boolean;
  readonly extensionAsked?: boolean;
  readonly extensionId?: string;
  readonly extensionUntil?: string;
  readonly extensionTextId?: string;
  readonly dischargedOn?: string | null;
  readonly ladderVersion?: number;
  readonly verdict?: string | null;
  readonly noteTextId?: string | null;
};
export type ObligationWriter = {
  readonly addObligations: (
    rows: readonly {
      readonly id: string;
      readonly forumId: string;
      readonly cycleId: string | null;
      readonly institutionId: string;
      readonly obligationKind: string;
      readonly dueOn: string;
      readonly commitmentIds: string[];
      readonly windowId: string | null;
      readonly clusterId: string | null;
    }[],
  ) => Promise<void>;
  readonly changeObligation: (id: string, change: ObligationChange) => Promise<void>;
  /** Whoever owes or acts passes its part on. */
  readonly passObligation: (id: string, from: string, to: string) => Promise<void>;
};

const changing = <E extends Event>(event: E, change: (data: DataOf<E>) => ObligationChange) =>
  copy(event, async (rows: ObligationWriter, facts) => {
    for (const { data } of facts)
      await rows.changeObligation((data as { readonly obligationId: string }).obligationId, change(data));
  });

/** Who owes what by when, and what became of it. That silence was stated stays true even when an answer comes later. */
export const obligationCopies = [
  copy(ObligationImposed, (rows: ObligationWriter, facts) =>
    rows.addObligations(
      facts.map(
        ({ data: { obligationId, forumId, cycleId, institutionId, obligationKind, dueOn, subject } }) => ({
          id: obligationId,
          forumId,
          cycleId: cycleId ?? null,
          institutionId,
          obligationKind,
          dueOn,
          commitmentIds: [...(subject.commitmentIds ?? [])],
          windowId: subject.windowId ?? null,
          clusterId: subject.clusterId ?? null,
        }),
      ),
    ),
  ),
  changing(ObligationOverdue, () => ({ late: true })),
  changing(ObligationEscalated, () => ({ late: true })),
  changing(SilenceStated, () => ({ late: true, silent: true })),
  changing(ObligationDelegated, ({ toInstitutionId }) => ({ actingInstitutionId: toInstitutionId })),
  copy(ObligationPassed, async (rows: ObligationWriter, facts) => {
    for (const { data } of facts)
      await rows.passObligation(data.obligationId, data.institutionId, data.toInstitutionId);
  }),
  changing(ExtensionAsked, ({ extensionId, until, reason }) => ({
    ...{ extensionAsked: true, extensionId, extensionUntil: until, extensionTextId: reason.textId },
  })),
  changing(ExtensionRefused, () => ({ extensionAsked: false })),
  changing(ObligationExtended, ({ dueOn, ladderVersion }) => ({
    ...{ dueOn, ladderVersion, late: false, extensionAsked: false },
  })),
  changing(ObligationDischarged, ({ late, on, verdict, note }) => ({
    ...{ state: 'discharged', late, dischargedOn: on, verdict, noteTextId: note?.textId ?? null },
    extensionAsked: false,
  })),
  changing(ObligationReturned, ({ dueOn, ladderVersion }) => ({
    ...{ state: 'open', dueOn, ladderVersion, late: false, dischargedOn: null },
  })),
  changing(ObligationWithdrawn, () => ({ state: 'withdrawn', extensionAsked: false })),
];
