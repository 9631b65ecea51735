import type { VNode } from 'preact';
import type { CommitmentPage } from '../queries/commitments.ts';
import type { ContributionView } from '../queries/contributions.ts';
import type { DutyTurn } from '../queries/institution.ts';
import { EvidenceLink } from './kit/evidence-link.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { firstWords, langOf } from './kit/words.tsx';

const FIELDS = ['problem', 'solution', 'results'] as const;
/** Letters of a text and milestones of a commitment that stand beside a form; the rest is behind the link. */
const MOST_LETTERS = 1_500;
const MOST_MILESTONES = 20;
/** Commitments whose words stand on the page; of more only the names. */
const MOST_WHOLE = 10;

const CommitmentText = ({
  one,
  isOpen,
  told,
}: {
  readonly one: CommitmentPage;
  readonly isOpen: boolean;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  const [last] = one.versions;
  return (
    <details open={isOpen}>
      <summary>
        {one.number}. {one.title[lang]}
      </summary>
      {FIELDS.map((field) =>
        last?.[field] ? (
          <section key={field}>
            <h3>{say(`commitment.${field}`)}</h3>
            <p class="words" lang={langOf(last[field])}>
              {firstWords(last[field], told, MOST_LETTERS)}
            </p>
          </section>
        ) : null,
      )}
      <h3>{say('commitment.milestones')}</h3>
      <ul>
        {one.milestones.slice(0, MOST_MILESTONES).map((each) => (
          <li key={each.milestoneId}>
            {each.name[lang]}{' '}
            <span class="small">
              {say('commitment.milestone.due', { day: dayIn(told, each.dueOn), lead: each.lead[lang] })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${lang}/commitments/${one.id}`}>{say('duty.context.whole')}</a>
      </p>
    </details>
  );
};

/** What there is to answer, the oldest first, and where the rest of it is. */
export type ToAnswer = {
  readonly items: readonly ContributionView[];
  readonly all: number;
  /** Where they all are. */
  readonly path: string;
};

const Contributions = ({ found, told }: { readonly found: ToAnswer; readonly told: Told }): VNode => {
  const { say, lang } = told;
  return (
    <details>
      <summary>{say('duty.contributions', { count: found.all })}</summary>
      <ul class="list">
        {found.items.map((one) => (
          <li key={one.id}>
            <p class="small">
              <a href={`/${lang}/contributions/${one.id}`}>
                {say('contribution.on', { number: one.commitmentNumber })}
              </a>
              {one.clause ? ` · ${say(`clause.${one.clause}`)}` : ''} · {dayIn(told, one.receivedOn)}
            </p>
            <p class="words" lang={langOf(one.text)}>
              {firstWords(one.text, told, 500)}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${lang}${found.path}`}>{say('duty.contributions.all')}</a>
      </p>
    </details>
  );
};

/** What a duty is about, in its words. */
export const DutyContext = ({
  commitments,
  toAnswer,
  told,
}: {
  readonly commitments: readonly CommitmentPage[];
  readonly toAnswer: ToAnswer | undefined;
  readonly told: Told;
}): VNode | null =>
  commitments.length === 0 && !toAnswer ? null : (
    <>
      <h2>{told.say('duty.context')}</h2>
      {commitments.slice(0, MOST_WHOLE).map((one) => (
        <CommitmentText key={one.id} one={one} isOpen={commitments.length === 1} told={told} />
      ))}
      {commitments.length > MOST_WHOLE ? (
        <ul class="plain">
          {commitments.slice(MOST_WHOLE).map((one) => (
            <li key={one.id}>
              <a href={`/${told.lang}/commitments/${one.id}`}>
                {one.number}. {one.title[told.lang]}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {toAnswer ? <Contributions found={toAnswer} told={told} /> : null}
    </>
  );

export type SeenTurn = DutyTurn & {
  readonly who: string | undefined;
  /** The reason or the note, where whoever looks may read it. */
  readonly said: { readonly lang: string; readonly text: string } | undefined;
};

/** What happened to a duty so far and why: the latest first, for it says what is awaited now. */
export const DutyHistory = ({
  turns,
  told,
}: {
  readonly turns: readonly SeenTurn[];
  readonly told: Told;
}): VNode | null => {
  const { say } = told;
  return turns.length < 2 ? null : (
    <>
      <h2>{say('duty.history')}</h2>
      <ol class="list" reversed>
        {turns.toReversed().map((one) => (
          <li key={String(one.sequence)}>
            <p>
              <strong>{say(`duty.turn.${one.what}`)}</strong>
              {one.who ? ` · ${one.who}` : ''}
              {one.verdict ? ` · ${say(`verdict.${one.verdict as 'done'}`)}` : ''}
              {one.late ? ` · ${say('duty.turn.late')}` : ''}{' '}
              <span class="small">
                {dayIn(told, one.at)}
                {one.dueOn ? ` · ${say('column.due')} ${dayIn(told, one.dueOn)}` : ''}
              </span>
            </p>
            {one.said ? (
              <p class="words" lang={one.said.lang}>
                {one.said.text}
              </p>
            ) : null}
            {one.evidence.map((each, at) => (
              <p key={at}>
                <EvidenceLink evidence={each} told={told} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
};
