import { type QueryAnswer, QueryEnvelope } from '@madang/contracts';
import type { QueryHandler } from '@madang/decider';
import { type Database, positions } from '@madang/record';
import { invalid, issuesOf, notPermitted } from './issues.ts';
import { rolesIn } from './roles-in.ts';
import { type Hearing, waitUntilHeard } from './wait-until-heard.ts';

/** The way in for one query. A result the handler does not know is 404. */
export const queryDoor =
  (
    handler: QueryHandler,
    deps: { readonly rows: () => unknown; readonly database: Database; readonly hearing: Hearing },
  ) =>
  async (message: unknown): Promise<QueryAnswer> => {
    const envelope = QueryEnvelope.safeParse(message);
    if (!envelope.success) return invalid(issuesOf(envelope.error)) as QueryAnswer;
    const { query } = handler;
    const body = query.body.safeParse(envelope.data.body);
    if (!body.success) return invalid(issuesOf(body.error, 'body')) as QueryAnswer;
    const { forumId } = body.data as { readonly forumId?: string };
    const roles = rolesIn(envelope.data.actor, forumId);
    const permitted = query.by;
    if (permitted !== 'anyone' && !roles.some((role) => permitted.includes(role)))
      return notPermitted(roles) as QueryAnswer;
    const notYet = await waitUntilHeard(deps.hearing, envelope.data.after);
    if (notYet) return notYet as QueryAnswer;
    const heard = await positions(deps.database);
    const result = await handler.respond(deps.rows() as never, body.data as never, {
      actor: { ...envelope.data.actor, roles: [...roles] },
      heard,
    });
    if (result === undefined)
      return {
        status: 404,
        refusal: {
          code: 'unknown',
          facts: { query: query.type },
          remedy: 'Check the id; if it was just made, ask with `after`.',
        },
      };
    return { status: 200, result, heard };
  };
