import type { VNode } from 'preact';
import type { ForumPage } from '../../queries/forum.ts';
import type { Table } from '../../queries/table.ts';
import { Tag } from '../kit/parts.tsx';
import type { Told } from '../kit/told.ts';
import type { Key } from '../messages/say.ts';

type Step = { readonly name: Key; readonly href: string; readonly isDone: boolean };

const stepsOf = (page: ForumPage, { seats, institutions }: Table): readonly Step[] => {
  const sits = (isThere: (sector: string) => boolean): boolean =>
    seats.some((one) => isThere(one.sector) && page.today <= one.until);
  return [
    { name: 'setUp.rules', href: `/desk/adopt-rules/${page.id}`, isDone: page.rules.length > 0 },
    {
      name: 'setUp.institutions',
      href: `/desk/forums/${page.id}/institutions`,
      isDone: institutions.some((one) => one.posts.length > 0),
    },
    {
      name: 'setUp.government',
      href: `/desk/seat-member/${page.id}`,
      isDone: sits((sector) => sector === 'government'),
    },
    {
      name: 'setUp.civil',
      href: `/desk/seat-member/${page.id}`,
      isDone: sits((sector) => sector !== 'government' && sector !== 'other-branch'),
    },
    { name: 'setUp.cycle', href: `/desk/open-cycle/${page.id}`, isDone: page.cycles.length > 0 },
  ];
};

/** What a new forum still needs before its first plan can begin; nothing once all of it is there. OGP 1.1, 1.3 */
export const SettingUp = ({
  page,
  table,
  told,
}: {
  readonly page: ForumPage;
  readonly table: Table;
  readonly told: Told;
}): VNode | null => {
  const { say, lang } = told;
  const steps = stepsOf(page, table);
  return steps.every((one) => one.isDone) ? null : (
    <section>
      <h2>{say('setUp.title')}</h2>
      <ol class="list">
        {steps.map((one) => (
          <li key={one.name}>
            {one.isDone ? say(one.name) : <a href={`/${lang}${one.href}`}>{say(one.name)}</a>}{' '}
            <Tag tone={one.isDone ? 'good' : 'warn'}>{say(one.isDone ? 'setUp.done' : 'setUp.open')}</Tag>
          </li>
        ))}
      </ol>
    </section>
  );
};
