import type { AccountOf, NoticesOf, ResultOf } from '@madang/contracts';
import type { VNode } from 'preact';
import { AddressForm } from './kit/address-form.tsx';
import { Options } from './kit/fields.tsx';
import { Tag } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told, timeIn } from './kit/told.ts';
import { type Key, type Lang, saying } from './messages/say.ts';

type Notice = ResultOf<typeof NoticesOf>['notices'][number];
export type NoticesView = {
  readonly forum: { readonly id: string; readonly zone: string } | undefined;
  /** Nothing for somebody who has left no address and has no account. */
  readonly account: ResultOf<typeof AccountOf> | undefined;
  readonly notices: readonly Notice[];
  readonly mayHaveWebhooks: boolean;
  readonly formId: string;
  readonly done: 'saved' | 'left' | undefined;
  readonly wrong: string | null;
  readonly typed: string;
};
const OFTEN = ['at-once', 'daily', 'weekly', 'none'] as const;

/** What a submission is follows from what is told of it; a receipt may be of either. */
const PROPOSALS = [
  ...['declined', 'became-part', 'merged'],
  ...['proposal-set-aside', 'proposal-restored', 'proposal-appeal-upheld'],
];
const CONTRIBUTIONS = ['answered', 'response-waived', 'set-aside', 'restored'];
const placeOf = (notice: Notice): string | undefined => {
  const { about, obligationId, ballotId, submissionId, commitmentId } = notice;
  if (obligationId) return `/duties/${obligationId}`;
  if (ballotId) return `/ballots/${ballotId}`;
  if (submissionId && PROPOSALS.includes(about)) return `/proposals/${submissionId}`;
  if (submissionId && CONTRIBUTIONS.includes(about)) return `/contributions/${submissionId}`;
  return commitmentId ? `/commitments/${commitmentId}` : undefined;
};
/** Notices of one subject stand together, under the latest of them. */
const grouped = (notices: readonly Notice[]): readonly (readonly [Notice, ...Notice[]])[] =>
  [
    ...Map.groupBy(notices, (one) => one.obligationId ?? one.submissionId ?? one.noticeId).values(),
  ] as unknown as readonly (readonly [Notice, ...Notice[]])[];

const List = ({ view, told }: { readonly view: NoticesView; readonly told: Told }): VNode => {
  const { say, lang } = told;
  return (
    <>
      <h2>{say('notices.list')}</h2>
      {view.notices.length === 0 ? <p>{say('notices.none')}</p> : null}
      <ul class="plain">
        {grouped(view.notices).map(([last, ...before]) => {
          const place = placeOf(last);
          const words = say(`notice.${last.about}` as Key);
          const isNew = [last, ...before].some((one) => !one.read);
          // Nobody is asked to look at what was done meanwhile.
          const tag = last.isNeeded ? (isNew ? 'new' : undefined) : 'notNeeded';
          return (
            <li key={last.noticeId}>
              {place ? <a href={`/${lang}${place}`}>{words}</a> : words}{' '}
              {tag ? <Tag tone={tag === 'new' ? 'warn' : 'plain'}>{say(`notices.${tag}`)}</Tag> : null}{' '}
              <span class="small">
                {timeIn(told, last.raisedAt)}
                {last.dueOn ? ` · ${say('column.due')} ${dayIn(told, last.dueOn)}` : ''}
                {before.length > 0 ? ` · ${say('notices.turns', { count: before.length + 1 })}` : ''}
              </span>
            </li>
          );
        })}
      </ul>
      {view.notices.some((one) => !one.read && one.isNeeded) ? (
        <form method="post" action={`/${lang}/notices/read`}>
          <button type="submit">{say('notices.read')}</button>
        </form>
      ) : null}
    </>
  );
};

/** What somebody was told, how often mail comes to them, and at which address. */
export const noticesPage = (view: NoticesView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: view.forum?.zone ?? 'UTC' };
  const { say } = told;
  const { forum, account, formId, done, wrong, typed } = view;
  return drawPage({
    told,
    title: say('notices.title'),
    path: '/notices',
    hasErrors: wrong !== null,
    crumbs: [{ href: '', name: say('nav.home') }],
    children: (
      <>
        <h1>{say('notices.title')}</h1>
        {done ? (
          <p class="box" role="status">
            {say(`notices.${done}`)}
          </p>
        ) : null}
        {wrong ? (
          <p class="errors" role="alert">
            {wrong}
          </p>
        ) : null}
        <List view={view} told={told} />
        <h2>{say('notices.address')}</h2>
        {account?.mail ? <p>{say('notices.address.now', { mail: account.mail })}</p> : null}
        {account?.isConfirming ? <p>{say('notices.address.confirming')}</p> : null}
        {forum ? <AddressForm told={told} forumId={forum.id} formId={formId} typed={typed} /> : null}
        {forum && account ? (
          <>
            <h2>{say('link.often')}</h2>
            <form method="post" action={`/${lang}/notices/digest`}>
              <input type="hidden" name="forum" value={forum.id} />
              <div class="field">
                <label for="digest">{say('link.often')}</label>
                <select name="digest" id="digest">
                  <Options
                    choices={OFTEN.map((one) => [one, say(`link.often.${one}`)])}
                    chosen={account.digest ?? 'at-once'}
                  />
                </select>
              </div>
              <button type="submit">{say('link.often.button')}</button>
            </form>
          </>
        ) : null}
        {view.mayHaveWebhooks ? (
          <p>
            <a href={`/${lang}/webhooks`}>{say('notices.webhooks')}</a>
          </p>
        ) : null}
      </>
    ),
  });
};
