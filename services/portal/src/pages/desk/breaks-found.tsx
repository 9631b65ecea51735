import type { VNode } from 'preact';
import type { Break } from '../../domain/timetable-breaks.ts';
import { Tag } from '../kit/parts.tsx';
import type { Told } from '../kit/told.ts';
import type { Say } from '../messages/say.ts';

const inWords = ({ code, stage, days, atLeast }: Break, say: Say): string =>
  say(`timetable.${code}`, {
    stage: say(`stage.${stage}`),
    ...(days === undefined ? {} : { days }),
    ...(atLeast === undefined ? {} : { atLeast }),
  });

/** What the dates of a timetable break and what they are warned of, or that they break nothing. */
export const BreaksFound = ({
  breaks,
  told: { say },
}: {
  readonly breaks: readonly Break[];
  readonly told: Told;
}): VNode =>
  breaks.length === 0 ? (
    <p class="box" role="status">
      {say('timetable.fine')}
    </p>
  ) : (
    <section aria-labelledby="found">
      <h2 id="found">{say('timetable.found')}</h2>
      <ul class="list">
        {breaks.map((one) => (
          <li key={`${one.stage} ${one.code}`}>
            <Tag tone={one.severity === 'breaks' ? 'bad' : 'warn'}>{say(`timetable.${one.severity}`)}</Tag>{' '}
            {inWords(one, say)}
          </li>
        ))}
      </ul>
    </section>
  );
