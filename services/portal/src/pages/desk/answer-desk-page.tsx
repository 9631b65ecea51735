import type { VNode } from 'preact';
import type { ContributionView, Page } from '../../queries/contributions.ts';
import type { ClusterFound, ConsultationFound, DraftFound } from '../../queries/desk.ts';
import { Filters, Pager, Table, Tag } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { firstWords, langOf, Words } from '../kit/words.tsx';
import { type Lang, saying } from '../messages/say.ts';

export type AnswerDeskView = {
  readonly zone: string;
  readonly rehearsalDay: string | undefined;
  readonly crumbs: readonly Crumb[];
  readonly cycleId: string;
  readonly consultation: ConsultationFound;
  readonly undrafted: Page<ContributionView>;
  readonly clusters: Page<ClusterFound>;
  readonly drafts: Page<DraftFound>;
  readonly commitments: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: { readonly commitment?: string | undefined; readonly cursor?: string | undefined };
  readonly isDone: boolean;
};
type Part = { readonly view: AnswerDeskView; readonly told: Told };

const Undrafted = ({ view, told }: Part): VNode => {
  const { say, lang } = told;
  const { undrafted, chosen, consultation } = view;
  return (
    <>
      <h2>{say('desk.undrafted')}</h2>
      <Filters
        told={told}
        filters={[
          {
            ...{ name: 'commitment', label: say('filter.commitment'), chosen: chosen.commitment ?? '' },
            choices: view.commitments.map((one) => [one.id, one.name] as const),
          },
        ]}
      />
      {undrafted.items.length === 0 ? <p>{say('desk.undrafted.none')}</p> : null}
      {undrafted.items.length > 0 ? (
        <form method="get" action={`/${lang}/desk/name-cluster/${consultation.id}`}>
          <ul class="list">
            {undrafted.items.map((one) => (
              <li key={one.id}>
                <label class="tick">
                  <input type="checkbox" name="contributionIds" value={one.id} />{' '}
                  <span lang={langOf(one.text)}>{firstWords(one.text, told, 90)}</span>
                </label>
                <p class="small">
                  {say('contribution.on', { number: one.commitmentNumber })} · {dayIn(told, one.receivedOn)} ·{' '}
                  {say(`channel.${one.channel as 'online'}`)}
                </p>
                <details>
                  <summary>{say('desk.words.all')}</summary>
                  <Words text={one.text} told={told} />
                </details>
                <p class="acts">
                  <a href={`/${lang}/desk/answer/${one.id}`}>{say('desk.answer.alone')}</a>{' '}
                  <a href={`/${lang}/desk/name-cluster/${consultation.id}?contributionIds=${one.id}`}>
                    {say('desk.alike.find')}
                  </a>{' '}
                  <a href={`/${lang}/desk/waive/${one.id}`}>{say('desk.waive')}</a>{' '}
                  <a href={`/${lang}/desk/set-aside/${one.id}`}>{say('desk.setAside')}</a>
                </p>
              </li>
            ))}
          </ul>
          <button type="submit">{say('desk.nameCluster.chosen')}</button>
        </form>
      ) : null}
      <Pager
        told={told}
        next={undrafted.next}
        isFirst={chosen.cursor === undefined}
        chosen={{ commitment: chosen.commitment }}
      />
    </>
  );
};

const Clusters = ({ view, told }: Part): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2>{say('desk.clusters')}</h2>
      {view.clusters.items.length === 0 ? <p>{say('desk.clusters.none')}</p> : null}
      {view.clusters.items.length > 0 ? (
        <Table
          rows={view.clusters.items}
          columns={[
            {
              head: say('filter.theme'),
              cell: (one) => <a href={`/${lang}/desk/answer-cluster/${one.id}`}>{one.theme}</a>,
            },
            {
              head: say('desk.members'),
              isNumber: true,
              cell: (one) => <a href={`/${lang}/desk/clusters/${one.id}`}>{one.members}</a>,
            },
            { head: say('desk.drafted'), isNumber: true, cell: (one) => one.drafted },
            { head: say('state.answered'), isNumber: true, cell: (one) => one.answered },
            {
              head: say('column.state'),
              cell: (one) =>
                one.answered >= one.members ? (
                  <Tag tone="good">{say('state.answered')}</Tag>
                ) : one.drafted > 0 ? (
                  <Tag>{say('desk.drafted')}</Tag>
                ) : (
                  <Tag tone="warn">{say('desk.noDraft')}</Tag>
                ),
            },
          ]}
        />
      ) : null}
      {view.clusters.next ? (
        <p>
          <a href={`?clusters=${view.clusters.next}`}>{say('desk.clusters.more')}</a>
        </p>
      ) : null}
    </>
  );
};

const Drafts = ({ view, told }: Part): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2>{say('desk.drafts')}</h2>
      {view.drafts.items.length === 0 ? (
        <p>{say('desk.drafts.none')}</p>
      ) : (
        <>
          <Table
            rows={view.drafts.items}
            columns={[
              { head: say('filter.theme'), cell: (one) => one.theme ?? say('desk.answer.one') },
              { head: say('column.outcome'), cell: (one) => say(`outcome.${one.outcome}`) },
              { head: say('desk.members'), isNumber: true, cell: (one) => one.covers },
            ]}
          />
          <p>
            <a class="button" href={`/${lang}/desk/release/${view.consultation.id}`}>
              {say('desk.release.go')}
            </a>
          </p>
        </>
      )}
    </>
  );
};

/** The answer desk: what is answered, drafted and waits, and the ways to answer it. OGP 4.1 */
export const answerDeskPage = (view: AnswerDeskView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: view.zone };
  const { say } = told;
  const { accepted, answered, waived } = view.consultation;
  const waiting = accepted - answered - waived;
  return drawPage({
    ...{ told, title: say('desk.answers'), path: `/desk/cycles/${view.cycleId}/answers` },
    ...{ crumbs: view.crumbs, rehearsalDay: view.rehearsalDay },
    children: (
      <>
        <h1>{say('desk.answers')}</h1>
        {view.isDone ? (
          <p class="box" role="status">
            {say('desk.done')}
          </p>
        ) : null}
        <p>
          {say('cycle.answers.coverage', { answered, accepted })}{' '}
          {say(waiting > 0 ? 'desk.waiting' : 'desk.waiting.none', { count: waiting })}
        </p>
        <Drafts view={view} told={told} />
        <Clusters view={view} told={told} />
        <Undrafted view={view} told={told} />
      </>
    ),
  });
};

/** Every member of a cluster, a page at a time. */
export const clusterPage = (
  view: {
    readonly zone: string;
    readonly rehearsalDay: string | undefined;
    readonly crumbs: readonly Crumb[];
    readonly cluster: ClusterFound;
    readonly members: Page<ContributionView>;
    readonly cursor: string | undefined;
  },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: view.zone };
  const { say } = told;
  const { cluster } = view;
  return drawPage({
    ...{ told, title: cluster.theme, path: `/desk/clusters/${cluster.id}` },
    ...{ crumbs: view.crumbs, rehearsalDay: view.rehearsalDay },
    children: (
      <>
        <h1>{cluster.theme}</h1>
        <p>
          <a href={`/${lang}/desk/answer-cluster/${cluster.id}`}>{say('desk.answer.go')}</a>
        </p>
        <ul class="list">
          {view.members.items.map((one) => (
            <li key={one.id}>
              <p class="small">
                <a href={`/${lang}/contributions/${one.id}`}>
                  {say('contribution.on', { number: one.commitmentNumber })}
                </a>{' '}
                · {say(`state.${one.state}`)}
              </p>
              <Words text={one.text} told={told} />
            </li>
          ))}
        </ul>
        <Pager told={told} next={view.members.next} isFirst={view.cursor === undefined} chosen={{}} />
      </>
    ),
  });
};
