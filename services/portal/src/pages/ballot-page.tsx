import type { Place } from '../queries/place.ts';
import type { BallotPlaced } from '../queries/site.ts';
import { Errors, Fields, type FormError } from './kit/form.tsx';
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
  /** Seats that whoever looks holds today. */
  readonly seats: readonly { readonly id: string; readonly name: string }[];
  readonly id: string;
  readonly errors: readonly FormError[];
  readonly isDone: boolean;
};
const CHOICES = ['yes', 'no', 'abstain'] as const;

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
        {view.isDone ? (
          <p class="box" role="status">
            {say('ballot.cast.done')}
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
          <>
            <h2>{say('ballot.cast')}</h2>
            <p class="box">{say('ballot.cast.once')}</p>
            <form method="post" action={`/${lang}/ballots/${ballot.id}`}>
              <input type="hidden" name="id" value={view.id} />
              <Fields
                errors={view.errors}
                typed={{}}
                fields={[
                  {
                    ...{ name: 'seatId', kind: 'choice', label: say('ballot.seat') },
                    choices: seats.map((one) => [one.id, one.name] as const),
                  },
                  {
                    ...{ name: 'choice', kind: 'choice', label: say('ballot.choice') },
                    choices: CHOICES.map((one) => [one, say(`ballot.choice.${one}`)] as const),
                  },
                ]}
              />
              <button type="submit">{say('ballot.cast')}</button>
            </form>
          </>
        )}
      </>
    ),
  });
};
