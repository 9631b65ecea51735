import { type ComponentChildren, Fragment, type VNode } from 'preact';
import type { Name } from '../domain/name-on.ts';
import { toldIn } from './kit/desk.ts';
import { Tag } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told, timeIn } from './kit/told.ts';
import type { Key, Lang } from './messages/say.ts';

/** What a seat did in an open ballot so far; how it voted is nowhere. */
export type SeatDid = {
  readonly seatId: string;
  readonly organisation: Name;
  readonly did: 'cast' | 'recused' | null;
};
export type SeatForum = {
  readonly id: string;
  readonly name: Name;
  readonly zone: string;
  readonly seats: readonly { readonly seatId: string; readonly organisation: Name; readonly until: string }[];
  readonly ballots: readonly {
    readonly id: string;
    readonly matter: string;
    readonly closesOn: string;
    /** Own seats that may vote in it. */
    readonly seats: readonly SeatDid[];
  }[];
  /** Left out for those who do not decide appeals. */
  readonly appeals:
    | readonly { readonly kind: 'contribution' | 'proposal'; readonly id: string; readonly number: number }[]
    | undefined;
  readonly meetings: readonly { readonly id: string; readonly kind: string; readonly startsAt: string }[];
};

const Part = ({
  told: { say },
  title,
  none,
  children,
}: {
  readonly told: Told;
  readonly title: Key;
  readonly none: Key;
  readonly children: readonly VNode[];
}): VNode => (
  <>
    <h3>{say(title)}</h3>
    {children.length === 0 ? <p>{say(none)}</p> : <ul class="list">{children}</ul>}
  </>
);
const Line = ({ children, more }: { readonly children: ComponentChildren; readonly more: string }): VNode => (
  <li>
    <p class="item-title">{children}</p>
    <p class="small">{more}</p>
  </li>
);

/** Whether one's seats have voted: said for each where there are several. */
const Did = ({
  told: { say, lang },
  seats,
  isOnly,
}: {
  readonly told: Told;
  readonly seats: readonly SeatDid[];
  readonly isOnly: boolean;
}): VNode => (
  <>
    {seats.length === 0 ? (
      <>
        {' '}
        <Tag>{say('seat.ballot.notEntitled')}</Tag>
      </>
    ) : null}
    {seats.map(({ seatId, organisation, did }) => (
      <Fragment key={seatId}>
        {' '}
        <Tag tone={did === 'cast' ? 'good' : did === null ? 'warn' : 'plain'}>
          {isOnly
            ? say(`seat.ballot.did.${did ?? 'nothing'}`)
            : say('seat.ballot.did.of', {
                seat: organisation[lang],
                did: say(`seat.ballot.did.${did ?? 'nothing'}`),
              })}
        </Tag>
      </Fragment>
    ))}
  </>
);

const Forum = ({ forum, lang }: { readonly forum: SeatForum; readonly lang: Lang }): VNode => {
  const told = { ...toldIn(lang), zone: forum.zone };
  const { say } = told;
  const page = `/${lang}/forums/${forum.id}`;
  return (
    <section>
      <h2>
        <a href={page}>{forum.name[lang]}</a>
      </h2>
      <Part {...{ told, title: 'seat.mine', none: 'seat.none' }}>
        {forum.seats.map((one) => (
          <Line key={one.seatId} more={say('seat.until', { day: dayIn(told, one.until) })}>
            {one.organisation[lang]}
          </Line>
        ))}
      </Part>
      <Part {...{ told, title: 'seat.ballots', none: 'seat.ballots.none' }}>
        {forum.ballots.map((one) => (
          <Line key={one.id} more={say('seat.ballot.closes', { day: dayIn(told, one.closesOn) })}>
            <a href={`/${lang}/ballots/${one.id}`}>{say(`matter.${one.matter as 'other'}`)}</a>
            <Did {...{ told, seats: one.seats, isOnly: forum.seats.length === 1 }} />
          </Line>
        ))}
      </Part>
      {forum.appeals ? (
        <Part {...{ told, title: 'seat.appeals', none: 'seat.appeals.none' }}>
          {forum.appeals.map(({ kind, id, number }) => (
            <li key={id}>
              <a
                href={`/${lang}/desk/${kind === 'proposal' ? 'decide-proposal-appeal' : 'decide-appeal'}/${id}`}
              >
                {kind === 'proposal'
                  ? say('seat.appeal.proposal')
                  : say('seat.appeal.contribution', { number })}
              </a>
            </li>
          ))}
        </Part>
      ) : null}
      <Part {...{ told, title: 'seat.meetings', none: 'seat.meetings.none' }}>
        {forum.meetings.map((one) => (
          <Line key={one.id} more={timeIn(told, one.startsAt)}>
            <a href={`${page}#meetings`}>{say(`meeting.${one.kind as 'plenary'}`)}</a>
          </Line>
        ))}
      </Part>
    </section>
  );
};

/** What waits for a member of the table. */
export const seatPage = (
  { forums, isDone }: { readonly forums: readonly SeatForum[]; readonly isDone: boolean },
  lang: Lang,
): string => {
  const told = toldIn(lang);
  const { say } = told;
  return drawPage({
    ...{ told, title: say('seat.title'), path: '/seat' },
    children: (
      <>
        <h1>{say('seat.title')}</h1>
        {isDone ? (
          <p class="box" role="status">
            {say('seat.done')}
          </p>
        ) : null}
        <p>{say('seat.text')}</p>
        {forums.length === 0 ? <p>{say('seat.none')}</p> : null}
        {forums.map((forum) => (
          <Forum key={forum.id} {...{ forum, lang }} />
        ))}
      </>
    ),
  });
};
