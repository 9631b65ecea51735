import { PURPOSE_NAMESPACE, RaiseWebhookCall, RecordWebhookCall } from '@madang/contracts';
import type { RecordContext, Recorder } from '@madang/record';
import { v5 as uuidv5 } from 'uuid';
import type { Rows } from '../adapters/rows.ts';
import type { NextCall } from '../adapters/webhook-rows.ts';
import { askItself } from '../mail/ask-itself.ts';
import { keepTurn } from '../mail/keep-turn.ts';
import { callBody } from './call-body.ts';
import { callOutcome, isCallDue, PAUSES } from './call-outcome.ts';
import { postCall } from './post-call.ts';
import { signCall } from './sign-call.ts';

const AT_ONCE = 500;
const PAUSE = 2_000;
/** Turns that are no news once there is nothing to do any more. */
const CALLS_TO_ACT = /^(obligation\.)?(imposed|reminded|fell-due|overdue|escalated|extended|returned)$/;

export type Calling = {
  readonly context: RecordContext;
  readonly recorder: Recorder;
  readonly portalUrl: string;
  /** Http and addresses of private networks too: for development and specs. */
  readonly privateToo: boolean;
  readonly onFault: (fault: unknown) => void;
  readonly pauses?: readonly number[];
};

/**
 * Calls addresses and records what became of each call. An address is called in order, one call at a time, so that one
 * which is ill is not hammered, and holds nobody else up. The webhook-id is the call's own id: called again after a kill
 * between calling and recording, it is the same call to whoever receives it.
 */
export const makeCalls = ({
  context,
  recorder,
  portalUrl,
  privateToo,
  onFault,
  pauses = PAUSES,
}: Calling) => {
  const rows = context.rows(context.database) as Rows;
  const ask = askItself(context, recorder);
  const turn = keepTurn(rows, 'calls', onFault);
  const underWay = new Map<string, Promise<void>>();
  let running = true;
  let wake = (): void => undefined;

  const raise = async (): Promise<void> => {
    for (const { webhookId, noticeId, forumId, about, ...more } of await rows.untoldNotices(AT_ONCE)) {
      const { obligationId, submissionId, commitmentId, dueOn } = more;
      const callId = uuidv5(`call/${noticeId}/${webhookId}`, PURPOSE_NAMESPACE);
      await ask(RaiseWebhookCall, `webhook/${webhookId}/notice/${noticeId}`, {
        ...{ forumId, callId, webhookId, about, noticeId },
        ...(obligationId ? { obligationId } : {}),
        ...(submissionId ? { submissionId } : {}),
        ...(commitmentId ? { commitmentId } : {}),
        ...(dueOn ? { dueOn } : {}),
      });
    }
  };

  /** The HTTP status, nothing when there was no answer, or that there is nothing to tell and nobody to call. */
  const tryOnce = async (next: NextCall): Promise<number | undefined | 'not-needed'> => {
    const { call, webhook } = next;
    const settled = call.obligationId ? await rows.settledAmong([call.obligationId]) : new Set();
    const url = await rows.textOf(webhook.urlTextId);
    const at = new Date(context.wallNow());
    const lang = (await rows.accountState(webhook.personId))?.lang ?? 'ko';
    const body = callBody(call, `${portalUrl}/${lang}`);
    const signature = await signCall(context, rows, next, at, body);
    if (!url || !signature || (settled.size > 0 && CALLS_TO_ACT.test(call.about))) return 'not-needed';
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'madang',
      'webhook-id': call.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': signature,
    };
    const answered = await postCall(url, headers, body, privateToo).catch((fault: unknown) => {
      onFault(fault);
      return undefined;
    });
    context.at('webhook-after-send');
    return answered;
  };

  const callOne = async (next: NextCall): Promise<void> => {
    const { id: callId, webhookId, forumId, attempts } = next.call;
    const answered = await tryOnce(next);
    const attempt = attempts + 1;
    await ask(RecordWebhookCall, `call/${callId}/made/${attempt}`, {
      ...{ forumId, callId, webhookId, personId: next.webhook.personId, attempt },
      noticeId: uuidv5(`call/${callId}/ended/${attempt}`, PURPOSE_NAMESPACE),
      ...(typeof answered === 'number'
        ? { answered, outcome: callOutcome(answered, attempt, pauses) }
        : { outcome: answered ?? callOutcome(undefined, attempt, pauses) }),
    });
  };

  const round = async (): Promise<void> => {
    if (!(await turn.take())) return;
    await raise();
    for (const next of await rows.nextCalls()) {
      const { webhookId } = next.call;
      if (underWay.has(webhookId) || !isCallDue(next.call, context.wallNow(), pauses)) continue;
      const calling = callOne(next)
        .catch(onFault)
        .finally(() => {
          underWay.delete(webhookId);
          wake();
        });
      underWay.set(webhookId, calling);
    }
  };

  const finished = (async () => {
    while (running) {
      await round().catch(onFault);
      if (!running) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PAUSE);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    stop: async () => {
      running = false;
      wake();
      await finished;
      await Promise.all(underWay.values());
      await turn.stop();
    },
  };
};
