import { randomUUID } from 'node:crypto';
import {
  allCommands,
  allQueries,
  type Command,
  CountParticipation,
  PROCESS_ACTOR_ID,
  type Query,
  type ServiceName,
} from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { issuesOf } from '@madang/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { replayLogged } from '../repair-log.ts';
import { anyone, type By } from '../rights/by.ts';
import type { ActorOf } from '../who.ts';
import { readAfter, readExpects } from './headers.ts';
import { sendProblem, sendRefused } from './problem.ts';

/** Commands that somebody may ask over HTTP: all but those that only the clock may ask. */
export const publicCommands: readonly Command[] = allCommands.filter((one) =>
  one.by.some((role) => role !== 'process'),
);
export const publicQueries: readonly Query[] = allQueries.filter(
  (one) => one.by === 'anyone' || one.by.some((role) => role !== 'process'),
);

/** `forums.open-cycle.v1` -> `/api/forums/open-cycle`. */
export const pathOf = (type: string): string => `/api/${type.split('.').slice(0, 2).join('/')}`;

/** Repairs that a service makes of itself: this door writes them down first. */
const REPLAYS: ReadonlySet<Query> = new Set(
  allQueries.filter((each) => each.type.endsWith('.replay-parked.v1')),
);

const CommandId = z.uuid().lowercase();
const one = (header: string | readonly string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.[0];
const wrong = (reply: FastifyReply, path: string, message: string): FastifyReply =>
  sendProblem(reply, 400, {
    code: 'invalid',
    issues: [{ path, code: 'invalid', message }],
    remedy: 'Mend the header and ask again.',
  });

/** Milliseconds after which an asker is told to ask again: nobody waits longer than five seconds. */
const PATIENCE = 4_500;
/** Bringing the clock of a rehearsal to rest may take its time; asking for it again is harmless. */
const PATIENCE_WITH_THE_CLOCK = 60_000;

/** What a contract says; the service judges, for it knows the forum. */
const asked = (by: By) => ({
  config: { by: by === 'anyone' ? by : by.filter((role) => role !== 'process') },
});

type Deps = { readonly asker: Asker; readonly actorOf: ActorOf };

const commandRoute = (app: FastifyInstance, command: Command, { asker, actorOf }: Deps): void => {
  app.post(pathOf(command.type), asked(command.by), async (request, reply) => {
    const id = CommandId.safeParse(one(request.headers['idempotency-key']) ?? randomUUID());
    const after = readAfter(one(request.headers.after));
    const expects = readExpects(one(request.headers['if-match']));
    if (!id.success) return wrong(reply, 'Idempotency-Key', 'must be a UUID');
    if (after === undefined) return wrong(reply, 'After', 'must be like forums=12,commitments=4');
    if (expects === undefined) return wrong(reply, 'If-Match', 'must be a version number');
    const body = command.body.safeParse(request.body);
    if (!body.success)
      return sendProblem(reply, 400, {
        code: 'invalid',
        issues: issuesOf(body.error),
        remedy: 'Mend what the issues name and ask again.',
      });
    const answer = await asker.command(
      {
        id: id.data,
        type: command.type,
        actor: actorOf(request, reply),
        forumId: (body.data as { readonly forumId: string }).forumId,
        correlationId: id.data,
        after,
        ...(expects === null ? {} : { expects }),
        body: request.body,
      },
      PATIENCE,
    );
    reply.header('idempotency-key', id.data);
    if (answer.status !== 200) return sendRefused(reply, answer);
    const { source, sequence, effects } = answer;
    return reply.header('sequence', `${source}=${sequence}`).send({ source, sequence, effects });
  });
};

/** Numbers and lists arrive as text in an address: what the contract says decides. */
const fromAddress = (query: Query, given: Record<string, unknown>): unknown => {
  const shape = (query.body as unknown as { readonly shape?: Record<string, z.ZodType> }).shape ?? {};
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      Object.hasOwn(shape, key) &&
      shape[key]?.safeParse([value].flat()).success &&
      !shape[key]?.safeParse(value).success
        ? [value].flat()
        : value,
    ]),
  );
};

const queryRoute = (app: FastifyInstance, query: Query, { asker, actorOf }: Deps): void => {
  const respond = async (
    request: FastifyRequest,
    reply: FastifyReply,
    body: unknown,
  ): Promise<FastifyReply> => {
    const after = readAfter(one(request.headers.after));
    if (after === undefined) return wrong(reply, 'After', 'must be like forums=12,commitments=4');
    const patience = query.service === 'workflows' ? PATIENCE_WITH_THE_CLOCK : PATIENCE;
    const actor = actorOf(request);
    const replay = REPLAYS.has(query) ? query.body.safeParse(body ?? {}) : undefined;
    const answer = replay?.success
      ? await replayLogged({ asker }, actor, {
          ...{ room: query.service as ServiceName, reasonCode: 'not-given', repairId: randomUUID() },
          ...(replay.data as { readonly aggregate: string; readonly reasonCode?: string }),
        })
      : await asker.query({ type: query.type, actor, after, body: body ?? {} }, patience);
    return answer.status === 200 ? reply.send(answer.result) : sendRefused(reply, answer);
  };
  const by = asked(query.by);
  app.get(pathOf(query.type), by, (request, reply) =>
    respond(request, reply, fromAddress(query, request.query as Record<string, unknown>)),
  );
  app.post(`${pathOf(query.type)}/query`, by, (request, reply) => respond(request, reply, request.body));
};

/** Answers about oneself are counted apart from the person: nothing of the session goes with them. */
const participationRoute = (app: FastifyInstance, { asker }: Deps): void => {
  app.post('/api/participation', anyone, async (request, reply) => {
    const body = CountParticipation.body.safeParse(request.body);
    if (!body.success)
      return sendProblem(reply, 400, {
        code: 'invalid',
        issues: issuesOf(body.error),
        remedy: 'Mend what the issues name and ask again.',
      });
    const id = randomUUID();
    const { forumId } = body.data;
    const answer = await asker.command(
      {
        id,
        type: CountParticipation.type,
        actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
        forumId,
        correlationId: id,
        body: body.data,
      },
      PATIENCE,
    );
    return answer.status === 200 ? reply.send({ counted: true }) : sendRefused(reply, answer);
  });
};

/** One route for each command and query, in a loop over the contracts. */
export const apiRoutes = (app: FastifyInstance, deps: Deps): void => {
  for (const command of publicCommands) commandRoute(app, command, deps);
  for (const query of publicQueries) queryRoute(app, query, deps);
  participationRoute(app, deps);
};
