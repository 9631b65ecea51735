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
  type Rung,
  SilenceStated,
} from '@madang/contracts';
import { projection } from '@madang/decider';
import { rungOf } from '../domain/obligation.ts';

type Imposed = DataOf<typeof ObligationImposed>;
/** What of a row can change. */
export type ObligationChange = {
  readonly actingInstitutionId?: string;
  readonly state?: 'open' | 'discharged' | 'withdrawn';
  readonly dueOn?: string;
  readonly lastRung?: Rung | null;
  readonly verdict?: string | null;
  readonly late?: boolean;
  readonly silent?: boolean;
  readonly extensionAsked?: boolean;
  readonly ladderVersion?: number;
  readonly ladder?: Imposed['ladder'];
};
export type ObligationWriter = {
  readonly addObligations: (rows: readonly Imposed[]) => Promise<void>;
  readonly changeObligations: (ids: readonly string[], change: ObligationChange) => Promise<void>;
  /** Whoever owes or acts passes its part on. */
  readonly passObligations: (ids: readonly string[], from: string, to: string) => Promise<void>;
};

const idsOf = (facts: readonly { readonly data: unknown }[]): readonly string[] =>
  facts.map(({ data }) => (data as { readonly obligationId: string }).obligationId);

/** Every fact of the type changes its row alike. */
const alike = (event: Event, change: ObligationChange) =>
  projection(event, (rows: ObligationWriter, facts) => rows.changeObligations(idsOf(facts), change));

const each = <E extends Event>(event: E, change: (data: DataOf<E>) => ObligationChange) =>
  projection(event, async (rows: ObligationWriter, facts) => {
    for (const fact of facts) await rows.changeObligations(idsOf([fact]), change(fact.data));
  });

const climbed = (event: Event) =>
  projection(event, async (rows: ObligationWriter, facts) => {
    for (const fact of facts) {
      const lastRung = rungOf(fact);
      if (lastRung) await rows.changeObligations(idsOf([fact]), { lastRung });
    }
  });

export const obligationProjections = [
  projection(ObligationImposed, (rows: ObligationWriter, facts) =>
    rows.addObligations(facts.map(({ data }) => data)),
  ),
  climbed(ObligationReminded),
  climbed(ObligationEscalated),
  alike(ObligationFellDue, { lastRung: 'due' }),
  alike(ObligationOverdue, { lastRung: 'overdue' }),
  alike(SilenceStated, { lastRung: 'silent', silent: true }),
  each(ObligationDelegated, ({ toInstitutionId }) => ({ actingInstitutionId: toInstitutionId })),
  projection(ObligationPassed, async (rows: ObligationWriter, facts) => {
    for (const fact of facts)
      await rows.passObligations(idsOf([fact]), fact.data.institutionId, fact.data.toInstitutionId);
  }),
  alike(ExtensionAsked, { extensionAsked: true }),
  alike(ExtensionRefused, { extensionAsked: false }),
  each(ObligationExtended, ({ dueOn, ladder, ladderVersion, reason }) => ({
    dueOn,
    ladder,
    ladderVersion,
    ...(reason ? { extensionAsked: false, lastRung: null, silent: false } : {}),
  })),
  each(ObligationDischarged, ({ verdict, late }) => ({
    state: 'discharged',
    verdict,
    late,
    extensionAsked: false,
  })),
  each(ObligationReturned, ({ dueOn, ladder, ladderVersion }) => ({
    state: 'open',
    dueOn,
    ladder,
    ladderVersion,
    lastRung: null,
    verdict: null,
    late: false,
    silent: false,
  })),
  alike(ObligationWithdrawn, { state: 'withdrawn', extensionAsked: false }),
];
