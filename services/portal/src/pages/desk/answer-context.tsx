import type { VNode } from 'preact';
import type { ContributionView, Page } from '../../queries/contributions.ts';
import type { ClusterFound, DraftFound, NoteFound } from '../../queries/desk.ts';
import { Table, Tag, toneOf } from '../kit/parts.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { Words } from '../kit/words.tsx';

type Said = { readonly lang: string; readonly text: string };
export type AnswerView = {
  readonly cycleId: string;
  readonly clusterId: string | null;
  readonly within: ClusterFound | undefined;
  readonly members: Page<ContributionView>;
  readonly draft: DraftFound | undefined;
  readonly notes: readonly (NoteFound & { readonly who: string; readonly said: Said | undefined })[];
};

/** What was said, what the ministries said to it or still owe, and how far the answer is: all before the form. */
export const AnswerContext = ({
  ground: { clusterId, within, members, draft, notes },
  told,
}: {
  readonly ground: AnswerView;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  const stateOf = (one: NoteFound): 'discharged' | 'silent' | 'overdue' | 'awaited' =>
    one.state === 'discharged' ? 'discharged' : one.silent ? 'silent' : one.late ? 'overdue' : 'awaited';
  return (
    <>
      {draft ? (
        <p>
          <Tag tone={draft.releasedOn ? 'good' : 'plain'}>
            {say(draft.releasedOn ? 'desk.released' : 'desk.drafted')}
          </Tag>{' '}
          {say(`outcome.${draft.outcome}`)}
        </p>
      ) : null}
      {within ? (
        <p>
          {say('desk.within')} <a href={`/${lang}/desk/answer-cluster/${within.id}`}>{within.theme}</a> (
          <a href={`/${lang}/desk/clusters/${within.id}`}>
            {say('desk.release.covers', { count: within.members })}
          </a>
          )
        </p>
      ) : null}
      <h2>{say('desk.answer.words')}</h2>
      <ul class="list">
        {members.items.map((one) => (
          <li key={one.id}>
            <p class="small">
              <a href={`/${lang}/contributions/${one.id}`}>
                {say('contribution.on', { number: one.commitmentNumber })}
              </a>
              {one.clause ? ` · ${say(`clause.${one.clause}`)}` : ''} · {dayIn(told, one.receivedOn)} ·{' '}
              {say(`state.${one.state}`)}
            </p>
            <Words text={one.text} told={told} />
          </li>
        ))}
      </ul>
      {members.next !== null && clusterId ? (
        <p>
          <a href={`/${lang}/desk/clusters/${clusterId}?cursor=${members.next}`}>
            {say('desk.members.more')}
          </a>
        </p>
      ) : null}
      <h2>{say('desk.notes')}</h2>
      {notes.length === 0 ? <p>{say('desk.notes.none')}</p> : null}
      {notes.length > 0 ? (
        <Table
          rows={notes}
          columns={[
            { head: say('column.institution'), cell: (one) => one.who },
            { head: say('column.what'), cell: (one) => say(`duty.${one.obligationKind}`) },
            {
              head: say('column.state'),
              cell: (one) => (
                <>
                  <Tag tone={toneOf(stateOf(one))}>{say(`awaited.${stateOf(one)}`)}</Tag>{' '}
                  {one.state === 'discharged' ? '' : dayIn(told, one.dueOn)}
                </>
              ),
            },
            {
              head: say('desk.note'),
              cell: (one) => (
                <>
                  {one.verdict ? say(`verdict.${one.verdict as 'done'}`) : ''}
                  {one.said ? (
                    <div class="words" lang={one.said.lang}>
                      {one.said.text}
                    </div>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      ) : null}
    </>
  );
};

/** Words somebody needs before them, each under its name. */
export const AppealContext = ({
  words,
  told,
}: {
  readonly words: readonly { readonly name: 'appeal.words' | 'appeal.said'; readonly said: Said }[];
  readonly told: Told;
}): VNode => (
  <>
    {words.map(({ name, said }) => (
      <section key={name}>
        <h2>{told.say(name)}</h2>
        <div class="words" lang={said.lang}>
          {said.text}
        </div>
      </section>
    ))}
  </>
);
