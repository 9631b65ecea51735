import type { VNode } from 'preact';
import type { Told } from '../kit/told.ts';

export const REPAIRS = ['look-again', 'skip-wait', 'restart-from-facts'] as const;

/** The repairs that every process can have, with the reason that is written down. */
export const RepairForm = ({
  process,
  told,
  repairId,
  back,
}: {
  readonly process: { readonly processId: string; readonly forumId: string };
  readonly told: Told;
  /** Names what is sent: the same form sent again is the same repair. */
  readonly repairId: string;
  /** Where it leads back to: a page of the console with what was chosen there. */
  readonly back: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <form method="post" class="repair" action={`/${lang}/console/repair`}>
      <input type="hidden" name="id" value={repairId} />
      <input type="hidden" name="forum" value={process.forumId} />
      <input type="hidden" name="process" value={process.processId} />
      <input type="hidden" name="back" value={back} />
      <label>
        {say('console.repair')}
        <select name="repair">
          {REPAIRS.map((repair) => (
            <option key={repair} value={repair}>
              {say(`console.repair.${repair}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('console.repair.reason')}
        <input type="text" name="reason" required maxLength={60} />
      </label>
      <button type="submit">{say('console.repair')}</button>
    </form>
  );
};
