import type { ResultOf, WebhookCallsOf, WebhooksOf } from '@madang/contracts';
import type { VNode } from 'preact';
import { Field } from './kit/fields.tsx';
import { Table, Tag } from './kit/parts.tsx';
import { drawPage } from './kit/shell.tsx';
import { type Told, timeIn } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

type Webhook = ResultOf<typeof WebhooksOf>['webhooks'][number] & {
  readonly calls: ResultOf<typeof WebhookCallsOf>['calls'];
};
export type WebhooksView = {
  readonly forum: { readonly id: string; readonly zone: string } | undefined;
  readonly isSignedIn: boolean;
  readonly webhooks: readonly Webhook[];
  readonly formId: string;
  /** Made for this one page: whoever copies it now has it, and nothing tells it again. */
  readonly secret: string;
  readonly isDone: boolean;
  readonly wrong: string | null;
  readonly typed: string;
};

const Secret = ({
  told,
  id,
  secret,
}: {
  readonly told: Told;
  readonly id: string;
  readonly secret: string;
}) => (
  <Field id={id} label={told.say('webhooks.secret')} hint={told.say('webhooks.secret.hint')}>
    <input id={id} name="secret" type="text" value={secret} readOnly autocomplete="off" />
  </Field>
);

const Calls = ({ calls, told }: { readonly calls: Webhook['calls']; readonly told: Told }): VNode | null =>
  calls.length === 0 ? null : (
    <details>
      <summary>{told.say('webhooks.calls')}</summary>
      <Table
        rows={calls}
        columns={[
          { head: told.say('webhooks.calls.what'), cell: (one) => <code>{one.about}</code> },
          { head: told.say('column.state'), cell: (one) => told.say(`webhooks.call.${one.state}`) },
          { head: told.say('webhooks.calls.attempts'), cell: (one) => String(one.attempts), isNumber: true },
          {
            head: told.say('webhooks.calls.answered'),
            cell: (one) => (one.answered === null ? '–' : String(one.answered)),
            isNumber: true,
          },
          { head: told.say('column.when'), cell: (one) => timeIn(told, one.raisedAt) },
        ]}
      />
    </details>
  );

const One = ({
  one,
  view,
  told,
}: {
  readonly one: Webhook;
  readonly view: WebhooksView;
  readonly told: Told;
}) => {
  const { say, lang } = told;
  const to = (what: string) => `/${lang}/webhooks/${one.webhookId}/${what}`;
  const forum = <input type="hidden" name="forum" value={one.forumId} />;
  return (
    <section>
      <h2>{one.url ?? one.webhookId}</h2>
      <p>
        <Tag tone={one.state === 'active' ? 'good' : 'bad'}>{say(`webhooks.state.${one.state}`)}</Tag>{' '}
        {say('webhooks.waiting')} {one.waiting}
      </p>
      <Calls calls={one.calls} told={told} />
      {one.state === 'parked' ? (
        <form method="post" action={to('resume')}>
          {forum}
          <button type="submit">{say('webhooks.resume')}</button>
        </form>
      ) : null}
      <details>
        <summary>{say('webhooks.rotate')}</summary>
        <form method="post" action={to('rotate')}>
          {forum}
          <input type="hidden" name="id" value={view.formId} />
          <Secret told={told} id={`secret-${one.webhookId}`} secret={view.secret} />
          <p class="hint">{say('webhooks.rotate.hint')}</p>
          <button type="submit">{say('webhooks.rotate')}</button>
        </form>
      </details>
      <form method="post" action={to('unsubscribe')}>
        {forum}
        <button type="submit">{say('webhooks.unsubscribe')}</button>
      </form>
    </section>
  );
};

/** The addresses that are called for an institution, or for oneself. */
export const webhooksPage = (view: WebhooksView, lang: Lang): string => {
  const told: Told = { lang, say: saying(lang), zone: view.forum?.zone ?? 'UTC' };
  const { say } = told;
  return drawPage({
    told,
    title: say('webhooks.title'),
    path: '/webhooks',
    hasErrors: view.wrong !== null,
    crumbs: [{ href: '/notices', name: say('notices.title') }],
    children: (
      <>
        <h1>{say('webhooks.title')}</h1>
        {view.isDone ? (
          <p class="box" role="status">
            {say('notices.saved')}
          </p>
        ) : null}
        {view.wrong ? (
          <p class="errors" role="alert">
            {view.wrong}
          </p>
        ) : null}
        {view.isSignedIn && view.forum ? (
          <>
            <p>{say('webhooks.intro')}</p>
            {view.webhooks.length === 0 ? <p>{say('webhooks.none')}</p> : null}
            {view.webhooks.map((one) => (
              <One key={one.webhookId} one={one} view={view} told={told} />
            ))}
            <h2>{say('webhooks.subscribe')}</h2>
            <form method="post" action={`/${lang}/webhooks`}>
              <input type="hidden" name="id" value={view.formId} />
              <input type="hidden" name="forum" value={view.forum.id} />
              <Field id="url" label={say('webhooks.url')} hint={say('webhooks.url.hint')}>
                <input id="url" name="url" type="url" required maxLength={2_000} value={view.typed} />
              </Field>
              <Secret told={told} id="secret" secret={view.secret} />
              <button type="submit">{say('webhooks.subscribe')}</button>
            </form>
          </>
        ) : (
          <p>
            <a href={`/${lang}/sign-in`}>{say('webhooks.signIn')}</a>
          </p>
        )}
      </>
    ),
  });
};
