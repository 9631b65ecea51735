import type { ProcessCounts, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import type { Told } from '../kit/told.ts';

/** How many processes run, kind by kind, and how many of them are stuck; each a way to the list of them. */
export const Counts = ({
  counts,
  forum,
  told,
}: {
  readonly counts: ResultOf<typeof ProcessCounts>;
  readonly forum: string;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  const to = (process: string, show: string): string =>
    `/${lang}/console?${new URLSearchParams({ ...(forum ? { forum } : {}), process, ...(show ? { show } : {}) })}`;
  return (
    <nav aria-label={say('console.counts')}>
      <ul class="counts">
        {counts.kinds
          .filter(({ running }) => running > 0)
          .map(({ process, running, trouble }) => (
            <li key={process}>
              <a href={to(process, '')}>{say(`process.kind.${process}`)}</a>{' '}
              {say('console.counts.running', { count: running })}
              {trouble > 0 ? (
                <>
                  {' '}
                  <a class="bad" href={to(process, 'stuck')}>
                    {say('console.counts.trouble', { count: trouble })}
                  </a>
                </>
              ) : null}
            </li>
          ))}
      </ul>
    </nav>
  );
};
