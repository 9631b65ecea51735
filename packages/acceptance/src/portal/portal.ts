import type { Actor, After, Command, InputOf, Query, ResultOf, ServiceName } from '@madang/contracts';
import { isAccepted, type Problem, readSaid, type Said } from './answer.ts';
import { type Journal, openJournal } from './journal.ts';
import { type Patience, patientFetch } from './patient-fetch.ts';

type Tell = <C extends Command>(
  actor: Actor,
  command: C,
  id: string,
  body: InputOf<C>,
  expects?: number,
) => Promise<Said>;

/** The public API as somebody uses it who is many people. */
export type Portal = {
  /** Asks for a command and gives what the portal said; written down in the journal. */
  readonly ask: Tell;
  /** Asks for a command that must be accepted. */
  readonly must: Tell;
  readonly query: <Q extends Query>(
    actor: Actor,
    query: Q,
    body: Record<string, unknown>,
  ) => Promise<ResultOf<Q>>;
  /** Sends a command as it stands, without the journal. */
  readonly send: (actor: Actor, type: string, id: string, body: unknown, expects?: number) => Promise<Said>;
  readonly journal: Journal;
  readonly heard: () => After;
  readonly patience: Patience;
};

/** Queries that act are asked with POST. */
const acting = new Set(['workflows.step-forum-clock.v1', 'workflows.repair.v1', 'workflows.reconcile.v1']);
const partsOf = (type: string): { readonly service: string; readonly name: string } => {
  const [service = '', name = ''] = type.split('.');
  return { service, name };
};

const complain = (type: string, said: { readonly status: number; readonly problem: Problem }): Error => {
  const { code, detail, title, facts, issues } = said.problem;
  const why = [code ?? title ?? detail, facts && JSON.stringify(facts), issues && JSON.stringify(issues)]
    .filter(Boolean)
    .join(' ');
  return Object.assign(new Error(`${type} was answered ${said.status}: ${why}`), {
    status: said.status,
    code,
  });
};

/**
 * Opens the API at an address. Each actor signs in once, and again when the session is over.
 * @param within milliseconds for which one thing is asked again while there is no answer
 */
export const openPortal = (address: string, within?: number): Portal => {
  const patience: Patience = { retries: new Map(), broken: [] };
  const request = patientFetch(patience, within);
  const journal = openJournal();
  const tokens = new Map<string, Promise<string>>();
  const heard: { [S in ServiceName]?: number } = {};

  const signIn = async (actor: Actor): Promise<string> => {
    const body = {
      personId: actor.id,
      roles: actor.roles,
      ...(actor.institutionId === undefined ? {} : { institutionId: actor.institutionId }),
      ...(actor.forumIds === undefined ? {} : { forumIds: actor.forumIds }),
    };
    const { status, text } = await request(`${address}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (status >= 300) throw new Error(`POST /sign-in was answered ${status}: ${text.slice(0, 300)}`);
    return (JSON.parse(text) as { readonly token: string }).token;
  };
  const keyOf = (actor: Actor): string =>
    `${actor.id} ${actor.roles} ${actor.institutionId} ${actor.forumIds}`;
  /** A session ends with an installation that was put back elsewhere: whoever is told so signs in again, and asks once more. */
  const whileSignedIn = async <A extends { readonly status: number }>(
    actor: Actor,
    once: () => Promise<A>,
  ): Promise<A> => {
    const answer = await once();
    if (answer.status !== 401) return answer;
    tokens.delete(keyOf(actor));
    return once();
  };
  const headersOf = async (actor: Actor): Promise<Record<string, string>> => {
    const key = keyOf(actor);
    const token = tokens.get(key) ?? signIn(actor);
    tokens.set(key, token);
    return {
      authorization: `Bearer ${await token}`,
      ...(Object.keys(heard).length > 0
        ? {
            after: Object.entries(heard)
              .map((pair) => pair.join('='))
              .join(','),
          }
        : {}),
    };
  };

  const send: Portal['send'] = async (actor, type, id, body, expects) => {
    const { service, name } = partsOf(type);
    const {
      status,
      text,
      headers: back,
    } = await whileSignedIn(actor, async () =>
      request(`${address}/api/${service}/${name}`, {
        method: 'POST',
        headers: {
          ...(await headersOf(actor)),
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(expects === undefined ? {} : { 'if-match': `"${expects}"` }),
        },
        body: JSON.stringify(body),
      }),
    );
    const said = readSaid(status, text, service as ServiceName, back.get('sequence'));
    if (isAccepted(said)) heard[said.source] = Math.max(heard[said.source] ?? 0, said.sequence);
    return said;
  };
  const ask: Portal['ask'] = async (actor, command, id, body, expects) => {
    const begun = performance.now();
    const said = await send(actor, command.type, id, body, expects);
    journal.write({ id, type: command.type, actor, body, said, took: performance.now() - begun });
    return said;
  };
  const must: Portal['must'] = async (actor, command, id, body, expects) => {
    const said = await ask(actor, command, id, body, expects);
    if (!isAccepted(said)) throw complain(command.type, said);
    return said;
  };
  const query: Portal['query'] = async (actor, wanted, body) => {
    const { service, name } = partsOf(wanted.type);
    const given = Object.entries(body).filter(([, value]) => value !== undefined);
    const { status, text } = await whileSignedIn(actor, async () => {
      const headers = await headersOf(actor);
      return acting.has(wanted.type)
        ? request(`${address}/api/${service}/${name}/query`, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
        : request(
            `${address}/api/${service}/${name}?${new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)]))}`,
            { headers },
          );
    });
    if (status >= 300) throw complain(wanted.type, { status, problem: JSON.parse(text) as Problem });
    return wanted.result.parse(JSON.parse(text)) as ResultOf<typeof wanted>;
  };
  return { ask, must, query, send, journal, heard: () => ({ ...heard }), patience };
};
