import type { VNode } from 'preact';
import type { AwaitedDuty } from '../../queries/awaited.ts';
import type { ContributionView, Page } from '../../queries/contributions.ts';
import type { ClusterFound, ConsultationFound, DraftFound } from '../../queries/desk.ts';
import { Filters, Pager, Table, Tag, toneOf } from '../kit/parts.tsx';
import { queryOf } from '../kit/query-of.ts';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { firstWords, langOf, Words } from '../kit/words.tsx';
import { type Lang, saying } from '../messages/say.ts';
import { AwaitedTable } from './awaited-table.tsx';

export type AnswerDeskView = {
  readonly zone: string;
  readonly rehearsalDay: string | undefined;
  readonly crumbs: readonly Crumb[];
  readonly cycleId: string;
  readonly consultation: ConsultationFound;
  readonly undrafted: Page<ContributionView>;
  readonly clusters: Page<ClusterFound>;
  readonly drafts: Page<DraftShown>;
  /** Institutions that still owe their part, and for which commitments. */
  readonly owing: readonly AwaitedDuty[];
  /** Who of them is awaited for a commitment. */
  readonly owingFor: (commitmentId: string) => readonly AwaitedDuty[];
  readonly commitments: readonly { readonly id: string; readonly name: string }[];
  /** What the address says: the filter, and where each list stands. */
  readonly chosen: Readonly<
    Partial<Record<'commitment' | 'cursor' | 'clusters' | 'drafts', string | undefined>>
  >;
  readonly isDone: boolean;
};
/** A draft with the beginning of its reason, as far as whoever looks may read it. */
export type DraftShown = DraftFound & { readonly words: string; readonly lang: string | undefined };
type Part = { readonly view: AnswerDeskView; readonly told: Told };

const Undrafted = ({ view, told }: Part): VNode => {
  const { say, lang } = told;
  const { undrafted, chosen, consultation } = view;
  return (
    <>
      <h2 id="undrafted">{say('desk.undrafted')}</h2>
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
                  {view.owingFor(one.commitmentId).map((duty) => (
                    <span key={duty.id}>
                      {' '}
                      · <Tag tone={toneOf(duty.standing)}>{say(`awaited.${duty.standing}`)}</Tag>{' '}
                      <a href={`/${lang}/duties/${duty.id}`}>{duty.who[lang]}</a>
                    </span>
                  ))}
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
        of={{ id: 'undrafted', name: say('desk.undrafted') }}
        chosen={{ ...chosen, cursor: undefined }}
      />
    </>
  );
};

const Clusters = ({ view, told }: Part): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2 id="clusters">{say('desk.clusters')}</h2>
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
      <Pager
        {...{ told, name: 'clusters', next: view.clusters.next, isFirst: view.chosen.clusters === undefined }}
        of={{ id: 'clusters', name: say('desk.clusters') }}
        chosen={{ ...view.chosen, clusters: undefined }}
      />
    </>
  );
};

const Drafts = ({ view, told }: Part): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2 id="drafts">{say('desk.drafts')}</h2>
      {view.drafts.items.length === 0 ? (
        <p>{say('desk.drafts.none')}</p>
      ) : (
        <>
          <Table
            rows={view.drafts.items}
            columns={[
              {
                head: say('filter.theme'),
                cell: (one) => (
                  <a
                    href={
                      one.clusterId
                        ? `/${lang}/desk/answer-cluster/${one.clusterId}`
                        : `/${lang}/desk/answer/${one.contributionId}`
                    }
                  >
                    {one.theme ?? say('desk.answer.one')}
                  </a>
                ),
              },
              {
                head: say('desk.answer.reason'),
                cell: (one) => <span lang={one.lang}>{one.words}</span>,
              },
              { head: say('column.outcome'), cell: (one) => say(`outcome.${one.outcome}`) },
              { head: say('desk.members'), isNumber: true, cell: (one) => one.covers },
            ]}
          />
          <Pager
            {...{ told, name: 'drafts', next: view.drafts.next, isFirst: view.chosen.drafts === undefined }}
            of={{ id: 'drafts', name: say('desk.drafts') }}
            chosen={{ ...view.chosen, drafts: undefined }}
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
        {view.owing.length > 0 ? (
          <>
            <h2>{say('desk.owing')}</h2>
            <AwaitedTable duties={view.owing} told={told} />
          </>
        ) : null}
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
  const { cluster, cursor } = view;
  return drawPage({
    ...{ told, title: cluster.theme, path: `/desk/clusters/${cluster.id}${queryOf({ cursor })}` },
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
        <Pager told={told} next={view.members.next} isFirst={cursor === undefined} chosen={{}} />
      </>
    ),
  });
};
