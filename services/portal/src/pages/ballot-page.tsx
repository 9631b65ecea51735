import type { VNode } from 'preact';
import type { Place } from '../queries/place.ts';
import type { BallotPlaced } from '../queries/site.ts';
import { Options } from './kit/fields.tsx';
import { Errors, type FieldSpec, Fields, type FormError } from './kit/form.tsx';
import { Facts, Tag } from './kit/parts.tsx';
import { crumbsTo } from './kit/place.ts';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

export type BallotView = {
  readonly place: Place;
  readonly ballot: BallotPlaced;
  readonly turnout:
    | { readonly entitled: number; readonly turnout: number; readonly recused: number }
    | undefined;
  /** Entitled seats that whoever looks holds today, and what each did so far. */
  readonly seats: readonly Seat[];
  readonly id: string;
  readonly errors: readonly FormError[];
  readonly done: 'cast' | 'recused' | '' | undefined;
};
type Seat = { readonly id: string; readonly name: string; readonly did: 'cast' | 'recused' | null };
const CHOICES = ['yes', 'no', 'abstain'] as const;
export const RECUSALS = ['conflict-of-interest', 'other-duty', 'other'] as const;

/** What one's own seats can still do: vote or stand aside, once. */
const Voting = ({ view, told }: { readonly view: BallotView; readonly told: Told }): VNode => {
  const { say, lang } = told;
  const { ballot, errors } = view;
  const free = view.seats.filter((one) => one.did === null);
  const seat: FieldSpec = {
    ...{ name: 'seatId', kind: 'choice', label: say('ballot.seat') },
    choices: free.map((one) => [one.id, one.name] as const),
  };
  return (
    <>
      {view.seats.length > 0 ? (
        <>
          <h2>{say('ballot.mine')}</h2>
          <ul class="plain">
            {view.seats.map((one) => (
              <li key={one.id}>
                {one.name}{' '}
                <Tag tone={one.did === 'cast' ? 'good' : 'plain'}>
                  {say(`ballot.did.${one.did ?? 'nothing'}`)}
                </Tag>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {free.length > 0 ? (
        <>
          <h2>{say('ballot.cast')}</h2>
          <p class="box">{say('ballot.cast.once')}</p>
          <form method="post" action={`/${lang}/ballots/${ballot.id}`}>
            <input type="hidden" name="id" value={view.id} />
            <Fields
              {...{ errors, typed: {} }}
              fields={[
                seat,
                {
                  ...{ name: 'choice', kind: 'choice', label: say('ballot.choice') },
                  choices: [
                    ['', say('duty.decision.choose')],
                    ...CHOICES.map((one) => [one, say(`ballot.choice.${one}`)] as const),
                  ],
                },
              ]}
            />
            <button type="submit">{say('ballot.cast')}</button>
          </form>
          <details>
            <summary>{say('ballot.recuse')}</summary>
            <p>{say('ballot.recuse.hint')}</p>
            <form method="post" action={`/${lang}/ballots/${ballot.id}/recuse`}>
              <input type="hidden" name="id" value={view.id} />
              <div class="field">
                <label for="recused-seat">{say('ballot.seat')}</label>
                <select id="recused-seat" name="seatId">
                  <Options choices={free.map((one) => [one.id, one.name] as const)} chosen="" />
                </select>
              </div>
              <div class="field">
                <label for="reasonCode">{say('desk.reasonCode')}</label>
                <select id="reasonCode" name="reasonCode">
                  <Options
                    choices={RECUSALS.map((one) => [one, say(`ballot.recuse.${one}`)] as const)}
                    chosen=""
                  />
                </select>
              </div>
              <button type="submit" class="second">
                {say('ballot.recuse')}
              </button>
            </form>
          </details>
        </>
      ) : null}
    </>
  );
};

/** A ballot: how many voted, its outcome once it is closed, and the form of whoever holds a seat. */
export const ballotPage = (view: BallotView, lang: Lang): string => {
  const { place, ballot, turnout, seats } = view;
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  const title = say(`matter.${ballot.matter as 'other'}`);
  const { outcome } = ballot;
  return drawPage({
    ...{ told, title, path: `/ballots/${ballot.id}`, crumbs: crumbsTo(place, lang, say) },
    ...{ rehearsalDay: place.rehearsal ? place.today : undefined, hasErrors: view.errors.length > 0 },
    children: (
      <>
        <h1>{title}</h1>
        {view.done ? (
          <p class="box" role="status">
            {say(view.done === 'recused' ? 'ballot.recuse.done' : 'ballot.cast.done')}{' '}
            <a href={`/${lang}/seat`}>{say('seat.title')}</a>
          </p>
        ) : null}
        <Errors errors={view.errors} told={told} />
        <Facts
          facts={[
            [say('desk.heldOn'), dayIn(told, ballot.heldOn)],
            [say('desk.ballotClosesOn'), dayIn(told, ballot.closesOn)],
            [
              say('ballot.turnout'),
              turnout
                ? say('ballot.turnout.of', { turnout: turnout.turnout, entitled: turnout.entitled })
                : '',
            ],
            [
              say('column.outcome'),
              outcome ? (
                <Tag key="outcome" tone={outcome.carried ? 'good' : 'bad'}>
                  {say(outcome.carried ? 'ballot.carried' : 'ballot.notCarried')}
                </Tag>
              ) : (
                ''
              ),
            ],
          ]}
        />
        {outcome ? (
          <p>
            {say('ballot.result', {
              ...{ turnout: outcome.turnout, entitled: outcome.entitled, yes: outcome.tally.yes },
              ...{ no: outcome.tally.no, abstain: outcome.tally.abstain },
            })}
          </p>
        ) : seats.length === 0 ? (
          <p>{say('ballot.notYours')}</p>
        ) : (
          <Voting view={view} told={told} />
        )}
      </>
    ),
  });
};
