import {
  type DataOf,
  type Event,
  ExtensionAsked,
  ExtensionRefused,
  ObligationDelegated,
  ObligationDischarged,
  ObligationExtended,
  ObligationImposed,
  ObligationPassed,
  ObligationReturned,
  ObligationWithdrawn,
  SilenceStated,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { DutyTurnWord } from './duty-turn-row.ts';
import type { PublicRows } from './public-rows.ts';
import type { PublicWriter } from './public-writer.ts';

type Turn = PublicRows['dutyTurn'];
type Told = Partial<Omit<Turn, 'sequence' | 'obligationId' | 'what' | 'at'>>;

const turning = <E extends Event>(
  event: E,
  what: DutyTurnWord,
  told: (data: DataOf<E>) => Told = () => ({}),
) =>
  copy(event, (rows: PublicWriter, facts) =>
    rows.add(
      'dutyTurn',
      facts.map(({ sequence, time, data }) => ({
        ...{ sequence, what, at: time },
        obligationId: (data as { readonly obligationId: string }).obligationId,
        ...{ institutionId: null, dueOn: null, verdict: null, late: null, textId: null, evidence: [] },
        ...told(data),
      })),
    ),
  );

/** What happened to each duty and why, for whoever is to answer it now. */
export const dutyTurnCopies = [
  turning(ObligationImposed, 'imposed', ({ dueOn }) => ({ dueOn })),
  turning(ObligationDelegated, 'delegated', ({ toInstitutionId, reason }) => ({
    ...{ institutionId: toInstitutionId, textId: reason.textId },
  })),
  turning(ObligationPassed, 'passed', ({ toInstitutionId }) => ({ institutionId: toInstitutionId })),
  turning(ExtensionAsked, 'extension-asked', ({ until, reason }) => ({
    ...{ dueOn: until, textId: reason.textId },
  })),
  turning(ExtensionRefused, 'extension-refused', ({ reason }) => ({ textId: reason.textId })),
  turning(ObligationExtended, 'extended', ({ dueOn, reason }) => ({ dueOn, textId: reason?.textId ?? null })),
  turning(ObligationDischarged, 'discharged', ({ byInstitutionId, verdict, late, note, evidence }) => ({
    ...{ institutionId: byInstitutionId, verdict, late, textId: note?.textId ?? null, evidence },
  })),
  turning(ObligationReturned, 'returned', ({ dueOn, reason }) => ({ dueOn, textId: reason.textId })),
  turning(SilenceStated, 'silence-stated'),
  turning(ObligationWithdrawn, 'withdrawn'),
];
