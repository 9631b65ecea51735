import { commandSubject, querySubject } from '@madang/contracts';
import { spanned } from '@madang/telemetry';
import type { NatsConnection } from '@nats-io/nats-core';
import { type Service, type ServiceMsg, Svcm } from '@nats-io/services';
import { notAnswering } from './answers.ts';
import { traceOf } from './trace-headers.ts';

export type Routes = {
  /** By message type. The answer is sent as JSON; a throw becomes a 503 without details. */
  readonly commands: Readonly<Record<string, (message: unknown) => Promise<unknown>>>;
  readonly queries: Readonly<Record<string, (message: unknown) => Promise<unknown>>>;
  /** Told of every throw and of bytes that are no JSON, before the asker gets its 503 or 400. */
  readonly onFault: (type: string, fault: unknown) => void;
};

const parsed = (
  bytes: Uint8Array,
): { readonly ok: true; readonly message: unknown } | { readonly ok: false } => {
  try {
    return { ok: true, message: JSON.parse(Buffer.from(bytes).toString('utf8')) };
  } catch {
    return { ok: false };
  }
};

const within = (type: string, request: ServiceMsg, handle: () => Promise<unknown>): Promise<unknown> => {
  const parent = traceOf(request);
  return spanned(
    `answer ${type}`,
    { kind: 'server', facts: { 'messaging.system': 'nats' }, ...(parent ? { parent } : { root: true }) },
    async (span) => {
      const answer = await handle();
      span?.note({ 'madang.status': (answer as { readonly status: number }).status });
      return answer;
    },
  );
};

/** Answers commands and queries over the NATS Services API; instances of one service share the work by its queue. */
export const answerer = async (
  connection: NatsConnection,
  name: string,
  routes: Routes,
): Promise<{ readonly stop: () => Promise<void> }> => {
  const service: Service = await new Svcm(connection).add({ name, version: '1.0.0', queue: name });
  const add = (subject: string, type: string, handle: (message: unknown) => Promise<unknown>): void => {
    service.addEndpoint(type.replaceAll('.', '_'), {
      subject,
      handler: (fault: Error | null, request: ServiceMsg): void => {
        if (fault) {
          routes.onFault(type, fault);
          return;
        }
        const body = parsed(request.data);
        const answer = body.ok
          ? within(type, request, () => handle(body.message)).catch((thrown: unknown) => {
              routes.onFault(type, thrown);
              return notAnswering('fault');
            })
          : Promise.resolve({
              status: 400,
              issues: [{ path: '', code: 'not-json', message: 'the message is not JSON' }],
            });
        answer
          .then((it) => request.respond(JSON.stringify(it)))
          .catch((thrown: unknown) => routes.onFault(type, thrown));
      },
    });
  };
  for (const [type, handle] of Object.entries(routes.commands)) add(commandSubject(type), type, handle);
  for (const [type, handle] of Object.entries(routes.queries)) add(querySubject(type), type, handle);
  await connection.flush();
  return { stop: async () => void (await service.stop()) };
};
