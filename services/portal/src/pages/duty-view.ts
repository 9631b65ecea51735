import type { DeliveriesOf, ResultOf } from '@madang/contracts';
import type { CommitmentPage } from '../queries/commitments.ts';
import type { DutyFound } from '../queries/institution.ts';
import type { SeenTurn, ToAnswer } from './duty-context.tsx';
import type { Named } from './kit/desk.ts';
import type { KeptFile } from './kit/evidence-input.tsx';
import type { ReportRow, Typed } from './reports-form.tsx';

/** What the page of a duty shows. */
export type DutyView = {
  readonly duty: DutyFound;
  readonly forum: { readonly zone: string; readonly now: string; readonly rehearsal: boolean };
  readonly isYours: boolean;
  /** Whoever may decide about it has its forms at hand. */
  readonly isSecretariat: boolean;
  readonly commitments: readonly CommitmentPage[];
  /** Contributions that wait for its answer. */
  readonly toAnswer: ToAnswer | undefined;
  readonly turns: readonly SeenTurn[];
  readonly institutions: readonly Named[];
  /** Names what each form sends, so that a form sent twice counts once. */
  readonly formId: string;
  readonly wrong: string | null;
  readonly typed: Typed;
  /** Files of a discharge that was not taken. */
  readonly kept: readonly KeptFile[];
  /** What became of each milestone's report, when some were not taken. */
  readonly rows: ReadonlyMap<string, ReportRow>;
  /** Nothing for whoever may not know. */
  readonly deliveries: ResultOf<typeof DeliveriesOf> | undefined;
  readonly isDone: boolean;
};
