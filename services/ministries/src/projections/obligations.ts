import {
  type DataOf,
  type Event,
  ExtensionAsked,
  ExtensionRefused,
  ObligationDelegated,
  ObligationDischarged,
  ObligationEscalated,
  ObligationExtended,
  ObligationFellDue,
  ObligationImposed,
  ObligationOverdue,
  ObligationPassed,
  ObligationReminded,
  ObligationReturned,
  ObligationWithdrawn,
  SilenceStated,
} from '@madang/contracts';
import { projection } from '@madang/decider';
import { keyOf } from '../commands/obligations.ts';

export type ObligationRow = {
  readonly id: string;
  readonly forumId: string;
  readonly cycleId: string | null;
  readonly institutionId: string;
  readonly actingInstitutionId: string;
  readonly obligationKind: string;
  readonly key: string;
  readonly subject: object;
  readonly dueOn: string;
  readonly ladder: object;
  readonly ladderVersion: number;
};
export type Change = {
  readonly institutionId?: string;
  readonly actingInstitutionId?: string;
  readonly state?: string;
  readonly dueOn?: string;
  readonly lastRung?: string | null;
  readonly late?: boolean;
  readonly silent?: boolean;
  readonly extensionAsked?: boolean;
  readonly ladder?: object;
  readonly ladderVersion?: number;
  readonly verdict?: string | null;
};
export type ObligationWriter = {
  readonly addObligation: (row: ObligationRow) => Promise<void>;
  readonly changeObligation: (id: string, change: Change) => Promise<void>;
};

const changing = <E extends Event>(event: E, change: (data: DataOf<E>) => Change) =>
  projection(event, async (rows: ObligationWriter, facts) => {
    for (const { data } of facts)
      await rows.changeObligation((data as { readonly obligationId: string }).obligationId, change(data));
  });

/** The obligations as queries see them. */
export const obligationProjections = [
  projection(ObligationImposed, async (rows: ObligationWriter, facts) => {
    for (const { data } of facts) {
      const {
        obligationId: id,
        forumId,
        cycleId = null,
        institutionId,
        obligationKind,
        subject,
        dueOn,
        ladder,
        ladderVersion,
      } = data;
      await rows.addObligation({
        id,
        forumId,
        cycleId,
        institutionId,
        actingInstitutionId: institutionId,
        obligationKind,
        key: keyOf(data),
        subject,
        dueOn,
        ladder,
        ladderVersion,
      });
    }
  }),
  changing(ObligationReminded, ({ rung }) => (rung ? { lastRung: rung } : {})),
  changing(ObligationFellDue, () => ({ lastRung: 'due' })),
  changing(ObligationOverdue, () => ({ lastRung: 'overdue', late: true })),
  changing(ObligationEscalated, ({ level }) => ({
    lastRung: level === 2 ? 'escalate-1' : 'escalate-2',
    late: true,
  })),
  changing(SilenceStated, () => ({ lastRung: 'silent', silent: true, late: true })),
  changing(ObligationDelegated, ({ toInstitutionId }) => ({ actingInstitutionId: toInstitutionId })),
  changing(ObligationPassed, ({ toInstitutionId }) => ({
    actingInstitutionId: toInstitutionId,
    institutionId: toInstitutionId,
  })),
  changing(ExtensionAsked, () => ({ extensionAsked: true })),
  changing(ExtensionRefused, () => ({ extensionAsked: false })),
  changing(ObligationExtended, ({ dueOn, ladder, ladderVersion }) => ({
    dueOn,
    ladder,
    ladderVersion,
    extensionAsked: false,
    lastRung: null,
    late: false,
  })),
  changing(ObligationDischarged, ({ late, verdict }) => ({ state: 'discharged', late, verdict })),
  changing(ObligationReturned, ({ dueOn, ladder, ladderVersion }) => ({
    state: 'open',
    dueOn,
    ladder,
    ladderVersion,
    lastRung: null,
    late: false,
    verdict: null,
  })),
  changing(ObligationWithdrawn, () => ({ state: 'withdrawn' })),
];
