import {
  type Command,
  type CommandEnvelope,
  type InputOf,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
} from '@madang/contracts';
import { bodyHashes, type RecordContext, type Recorder } from '@madang/record';
import { v5 as uuidv5 } from 'uuid';

/** Asks a command of the service itself for work that runs beside its doors; named by purpose, it takes effect once. */
export const askItself =
  (context: RecordContext, recorder: Recorder) =>
  async <C extends Command>(
    command: C,
    purpose: string,
    body: InputOf<C> & { readonly forumId: string },
  ): Promise<void> => {
    const handler = context.service.answers.find((one) => one.command.type === command.type);
    if (!handler) throw new Error(`the service does not answer ${command.type}`);
    const id = uuidv5(purpose, PURPOSE_NAMESPACE);
    const envelope: CommandEnvelope = {
      id,
      type: command.type,
      actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
      forumId: body.forumId,
      correlationId: id,
      body,
    };
    await recorder.submit({ envelope, handler, ...bodyHashes(context, { type: command.type, body }) });
  };
