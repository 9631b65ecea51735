import {
  type Actor,
  type Command,
  NO_FORUM_ID,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
  RecordRefusedSignIn,
  RecordSessionEnd,
  RecordSignIn,
  type RefusedSignIn,
} from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { v5 as uuidv5 } from 'uuid';
import type { Session } from '../../queries/sessions.ts';
import type { Ending } from './session-keeper.ts';

const PATIENCE = 4_500;
/** Refused attempts a minute that are written down: whoever tries endlessly may not fill the log. */
const REFUSALS = 60;
const clock: Actor = { id: PROCESS_ACTOR_ID, roles: ['process'] };

export type SignInTold = {
  readonly forumId: string | null;
  readonly attemptId: string;
  readonly signInId: string;
  readonly personId: string;
  readonly outcome: 'signed-in' | 'no-role' | 'believed';
};
/** Everything about signing in that is a fact of people, by pseudonyms and codes alone; in no forum where none is meant. */
export type TellSignIns = {
  readonly came: (attempt: SignInTold) => Promise<void>;
  readonly refused: (attemptId: string, why: (typeof RefusedSignIn)['_output']) => Promise<void>;
  readonly ended: (session: Session, why: Ending) => Promise<void>;
};

/** `onFault` is told of what could not be written down; nobody is kept out or in because of it. */
export const tellSignIns = (asker: Asker, onFault: (fault: unknown) => void): TellSignIns => {
  const tell = async (command: Command, purpose: string, body: { readonly forumId: string }) => {
    const id = uuidv5(purpose, PURPOSE_NAMESPACE);
    const { forumId } = body;
    try {
      const answer = await asker.command(
        { id, type: command.type, actor: clock, forumId, correlationId: id, body },
        PATIENCE,
      );
      if (answer.status !== 200) onFault(new Error(`${command.type} was answered ${answer.status}`));
    } catch (fault) {
      onFault(fault);
    }
  };
  let minute = 0;
  let written = 0;
  const mayWrite = (): boolean => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) [minute, written] = [now, 0];
    written += 1;
    return written <= REFUSALS;
  };
  return {
    came: ({ forumId, ...attempt }) =>
      tell(RecordSignIn, `sign-in/${attempt.attemptId}`, {
        ...attempt,
        forumId: forumId ?? NO_FORUM_ID,
      } as never),
    refused: async (attemptId, why) => {
      if (mayWrite())
        await tell(RecordRefusedSignIn, `refused-sign-in/${attemptId}`, {
          ...{ forumId: NO_FORUM_ID, attemptId, why },
        } as never);
    },
    ended: ({ id: sessionId, actor }, why) =>
      tell(RecordSessionEnd, `session-end/${sessionId}`, {
        ...{ forumId: actor.forumIds?.[0] ?? NO_FORUM_ID, sessionId, personId: actor.id, why },
      } as never),
  };
};
