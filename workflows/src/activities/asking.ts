import {
  type After,
  type Answer,
  type Command,
  type InputOf,
  PROCESS_ACTOR_ID,
  type Query,
  type ResultOf,
} from '@madang/contracts';
import { type Asker, crashPoint } from '@madang/messaging';
import { ApplicationFailure } from '@temporalio/common';
import { idOf } from './purpose.ts';

/** What a process gives with everything it asks. `purpose` names the command, so that asking again is the same command. */
export type Asking = { readonly forumId: string; readonly purpose: string; readonly after: After };
/** How far the owner's record is after the command. */
export type Done = { readonly known: After };

export const clockActor = { id: PROCESS_ACTOR_ID, roles: ['process'] } as const;
const actor = { id: clockActor.id, roles: [...clockActor.roles] };
const PATIENCE = 8_000;

const refused = (code: string): ApplicationFailure =>
  ApplicationFailure.create({ type: 'refused', message: code, nonRetryable: true, details: [code] });

/** Turns everything but a result into a failure: a rule's refusal is not asked again, the rest is. */
const failureOf = (answer: Exclude<Answer, { status: 200 }>): ApplicationFailure => {
  if (answer.status === 400)
    return refused(`invalid: ${answer.issues.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
  const { code } = answer.refusal;
  if (answer.status === 503 || code === 'still-running')
    return ApplicationFailure.create({ type: 'not-yet', message: code, details: [code] });
  return refused(code);
};

/** The two ways of asking, as the clock: ids by purpose, refusals told apart from delays. */
export type Asks = {
  readonly command: <C extends Command>(command: C, asking: Asking, body: InputOf<C>) => Promise<Done>;
  readonly query: <Q extends Query>(query: Q, body: InputOf<Q>, after?: After) => Promise<ResultOf<Q>>;
};

export const asksOf = (asker: Asker): Asks => ({
  command: async (command, { forumId, purpose, after }, body) => {
    const id = idOf(purpose);
    const answer = await asker.command(
      { id, type: command.type, actor, forumId, correlationId: id, after, body },
      PATIENCE,
    );
    if (answer.status !== 200) throw failureOf(answer);
    crashPoint('activity-after-command');
    return { known: { [answer.source]: answer.sequence } };
  },
  query: async (query, body, after) => {
    const answer = await asker.query(
      { type: query.type, actor, body, ...(after ? { after } : {}) },
      PATIENCE,
    );
    if (answer.status !== 200) throw failureOf(answer);
    return answer.result as ResultOf<typeof query>;
  },
});
