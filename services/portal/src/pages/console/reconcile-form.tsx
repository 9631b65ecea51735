import type { VNode } from 'preact';
import type { Told } from '../kit/told.ts';

/** Compares what is open with what runs, at an operator's wish. */
export const ReconcileForm = ({
  told,
  repairId,
}: {
  readonly told: Told;
  readonly repairId: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <details>
      <summary>{say('console.reconcile')}</summary>
      <p>{say('console.reconcile.hint')}</p>
      <form method="post" class="repair" action={`/${lang}/console/reconcile`}>
        <input type="hidden" name="id" value={repairId} />
        <label>
          {say('console.repair.reason')}
          <input type="text" name="reason" required maxLength={60} />
        </label>
        <button type="submit">{say('console.reconcile')}</button>
      </form>
    </details>
  );
};
