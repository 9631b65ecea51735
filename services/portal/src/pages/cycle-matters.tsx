import type { VNode } from 'preact';
import type { CyclePage } from '../queries/cycle.ts';
import { authorityIn } from './kit/codes.ts';
import { Table, Tag, toneOf } from './kit/parts.tsx';
import { LevelPicture, SharePicture } from './kit/pictures.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { Words } from './kit/words.tsx';
import type { Key } from './messages/say.ts';

type Props = { readonly page: CyclePage; readonly told: Told };
const LEVELS = ['no-evidence-available', 'not-started', 'limited', 'substantial', 'complete'] as const;

/** What became of the contributions: coverage, and how many had which outcome. OGP 4.1 */
export const Answers = ({ page: { cycle, outcomes }, told }: Props): VNode => {
  const { say, lang } = told;
  const parts = outcomes
    .map(({ outcome, state, count }) => ({
      name: outcome ? say(`outcome.${outcome}` as Key) : say(`state.${state}` as Key),
      count,
    }))
    .toSorted((a, b) => b.count - a.count);
  return (
    <section>
      <h2>{say('cycle.answers')}</h2>
      {cycle.coverage && parts.length > 0 ? (
        <>
          <p class="lead">
            {say('cycle.answers.coverage', {
              accepted: cycle.coverage.accepted,
              answered: cycle.coverage.answered + cycle.coverage.waived,
            })}
          </p>
          <SharePicture parts={parts} label={say('cycle.answers.picture')} />
          <Table
            rows={parts}
            columns={[
              { head: say('column.outcome'), cell: (one) => one.name },
              { head: say('column.count'), cell: (one) => one.count, isNumber: true },
            ]}
          />
          <p>
            <a href={`/${lang}/cycles/${cycle.id}/contributions`}>{say('cycle.answers.all')}</a>
          </p>
        </>
      ) : (
        <p>{say('cycle.answers.none')}</p>
      )}
      <p>
        <a href={`/${lang}/cycles/${cycle.id}/moderation`}>{say('moderation.title')}</a>
      </p>
    </section>
  );
};

/** The commitments with their lead institutions and how far they are. */
export const Commitments = ({ page: { cycle }, told }: Props): VNode => {
  const { say, lang } = told;
  if (cycle.commitments.length === 0) return <p>{say('cycle.commitments.none')}</p>;
  const hasReports = cycle.commitments.some((one) => one.reported > 0);
  return (
    <>
      {hasReports ? (
        <LevelPicture
          rows={cycle.commitments.map((one) => ({
            name: String(one.number),
            level: LEVELS.indexOf(one.completion),
          }))}
          levels={LEVELS.map((one) => say(`completion.${one}`))}
          label={say('cycle.completion.picture')}
        />
      ) : null}
      <Table
        rows={cycle.commitments}
        columns={[
          {
            head: say('column.commitment'),
            cell: (one) => (
              <a href={`/${lang}/commitments/${one.id}`}>
                {one.number}. {one.title[lang]}
              </a>
            ),
          },
          {
            head: say('column.lead'),
            cell: (one) => <a href={`/${lang}/institutions/${one.leadInstitutionId}`}>{one.lead[lang]}</a>,
          },
          {
            head: say('column.completion'),
            cell: (one) => <Tag tone={toneOf(one.completion)}>{say(`completion.${one.completion}`)}</Tag>,
          },
          { head: say('column.milestones'), cell: (one) => `${one.reported} / ${one.milestones}` },
        ]}
      />
    </>
  );
};

/** Commitments that were withdrawn, by whose decision and why. */
export const Withdrawn = ({ page: { withdrawn }, told }: Props): VNode | null => {
  const { say, lang } = told;
  if (withdrawn.length === 0) return null;
  return (
    <>
      <h3>{say('cycle.withdrawn')}</h3>
      <ul class="list">
        {withdrawn.map((one) => (
          <li key={one.id}>
            <p class="item-title">
              <a href={`/${lang}/commitments/${one.id}`}>
                {one.number}. {one.title[lang]}
              </a>
            </p>
            <p class="small">
              {say('commitment.withdrawn.by', {
                day: dayIn(told, one.on),
                authority: authorityIn(say, one.authority),
              })}
            </p>
            <Words text={one.reason} told={told} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** Who is awaited until when, late and silent shown as such. */
export const Awaited = ({ page: { cycle }, told }: Props): VNode => {
  const { say, lang } = told;
  if (cycle.awaited.length === 0) return <p>{say('cycle.awaited.none')}</p>;
  return (
    <>
      <Table
        rows={cycle.awaited}
        columns={[
          {
            head: say('column.institution'),
            cell: (one) => (
              <>
                <a href={`/${lang}/institutions/${one.actingInstitutionId}`}>{one.who[lang]}</a>
                {one.answerable ? ` ${say('cycle.awaited.for', { name: one.answerable[lang] })}` : ''}
              </>
            ),
          },
          { head: say('column.what'), cell: (one) => say(`duty.${one.obligationKind}`) },
          { head: say('column.due'), cell: (one) => dayIn(told, one.dueOn) },
          {
            head: say('column.state'),
            cell: (one) => (
              <>
                <Tag tone={toneOf(one.state)}>{say(`awaited.${one.state}`)}</Tag>
                {one.extensionAsked ? ` ${say('awaited.asking')}` : ''}
              </>
            ),
          },
        ]}
      />
      {cycle.open > cycle.awaited.length ? (
        <p class="small">{say('cycle.awaited.more', { count: cycle.open, shown: cycle.awaited.length })}</p>
      ) : null}
    </>
  );
};
