import { type Answer, CommandEnvelope } from '@madang/contracts';
import type { CommandHandler } from '@madang/decider';
import { crashPoint } from '@madang/messaging';
import { bodyHashes, type Recorder } from '@madang/record';
import { spanned } from '@madang/telemetry';
import { invalid, issuesOf, notPermitted } from './issues.ts';
import { rolesIn } from './roles-in.ts';
import { type Hearing, waitUntilHeard } from './wait-until-heard.ts';

/** The way in for one command: parse, permit, wait until what it builds on is heard, decide. */
export const commandDoor =
  (
    handler: CommandHandler,
    deps: {
      readonly recorder: Recorder;
      readonly hearing: Hearing;
      readonly masterKey: Buffer;
      readonly formerKeys: readonly Buffer[];
    },
  ) =>
  async (message: unknown): Promise<Answer> => {
    const envelope = CommandEnvelope.safeParse(message);
    if (!envelope.success) return invalid(issuesOf(envelope.error));
    const body = handler.command.body.safeParse(envelope.data.body);
    if (!body.success) return invalid(issuesOf(body.error, 'body'));
    const { actor, forumId } = envelope.data;
    if ((body.data as { readonly forumId?: string }).forumId !== forumId)
      return invalid([
        { path: 'body/forumId', code: 'mismatch', message: 'must be the forum the command was sent for' },
      ]);
    const roles = rolesIn(actor, forumId);
    if (!roles.some((role) => handler.command.by.includes(role))) return notPermitted(roles);
    crashPoint('parsed');
    const notYet = await waitUntilHeard(deps.hearing, envelope.data.after);
    if (notYet) return notYet;
    // What comes of a command is told within its trace, also where nobody looks at traces.
    const answer = await spanned('record', { kind: 'internal' }, (span) =>
      deps.recorder.submit({
        envelope: {
          ...envelope.data,
          ...(span ? { traceparent: span.traceparent, tracestate: span.tracestate } : {}),
          actor: { ...actor, roles: [...roles] },
          body: body.data,
        },
        handler,
        ...bodyHashes(deps, { type: handler.command.type, body: body.data }),
      }),
    );
    crashPoint('before-reply');
    return answer;
  };
