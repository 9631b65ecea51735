import {
  type DataOf,
  ObligationDelegated,
  ObligationImposed,
  ObligationPassed,
  ObligationWithdrawn,
} from '@madang/contracts';
import { copy } from '@madang/decider';

export type DutyCopyRows = {
  readonly putDuties: (
    duties: readonly {
      readonly obligationId: string;
      readonly cycleId: string;
      readonly windowId: string | null;
      readonly institutionId: string;
    }[],
  ) => Promise<void>;
  readonly delegateDuty: (obligationId: string, toInstitutionId: string) => Promise<void>;
  readonly passDuty: (passed: DataOf<typeof ObligationPassed>) => Promise<void>;
  readonly dropDuties: (obligationIds: readonly string[]) => Promise<void>;
};

/** Kinds that are answered by reports and evidence. */
const REPORTED: readonly string[] = ['progress-report', 'evidence', 'correction'];

/** What commitments keep of duties: who reports in whose place, by delegation or succession. */
export const dutyCopies = [
  copy(ObligationImposed, (rows: DutyCopyRows, facts) =>
    rows.putDuties(
      facts.flatMap(({ data: { obligationId, cycleId, institutionId, obligationKind, subject } }) =>
        cycleId && REPORTED.includes(obligationKind)
          ? [{ obligationId, cycleId, windowId: subject.windowId ?? null, institutionId }]
          : [],
      ),
    ),
  ),
  copy(ObligationDelegated, async (rows: DutyCopyRows, facts) => {
    for (const { data } of facts) await rows.delegateDuty(data.obligationId, data.toInstitutionId);
  }),
  copy(ObligationPassed, async (rows: DutyCopyRows, facts) => {
    for (const { data } of facts) await rows.passDuty(data);
  }),
  copy(ObligationWithdrawn, (rows: DutyCopyRows, facts) =>
    rows.dropDuties(facts.map(({ data }) => data.obligationId)),
  ),
];
