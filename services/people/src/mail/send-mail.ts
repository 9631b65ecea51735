import { type CommandEnvelope, PROCESS_ACTOR_ID, PURPOSE_NAMESPACE, RecordDelivery } from '@madang/contracts';
import { canonical, keyedHash, type RecordContext, type Recorder } from '@madang/record';
import { createTransport } from 'nodemailer';
import { v5 as uuidv5 } from 'uuid';
import type { Rows } from '../adapters/rows.ts';
import { letterOf } from './letter.ts';

const AT_ONCE = 20;
const PAUSE = 2_000;

export type Sending = {
  readonly context: RecordContext;
  readonly recorder: Recorder;
  readonly smtpUrl: string;
  readonly from: string;
  readonly portalUrl: string;
  readonly onFault: (fault: unknown) => void;
};

/**
 * Sends notices that wait and records what became of each. A mail's Message-ID is made from its notice, so the one that is
 * sent again after a kill between sending and recording is the same mail to whoever receives it.
 */
export const sendMail = ({ context, recorder, smtpUrl, from, portalUrl, onFault }: Sending) => {
  const transport = createTransport(smtpUrl);
  let running = true;
  let wake = (): void => undefined;

  const record = async (
    noticeId: string,
    forumId: string,
    outcome: 'accepted' | 'refused',
    attempt: number,
  ): Promise<void> => {
    const handler = context.service.answers.find((one) => one.command.type === RecordDelivery.type);
    if (!handler) throw new Error('the service does not answer record-delivery');
    const id = uuidv5(`notice/${noticeId}/delivery/${attempt}`, PURPOSE_NAMESPACE);
    const body = { forumId, noticeId, outcome, attempt };
    const envelope: CommandEnvelope = {
      id,
      type: RecordDelivery.type,
      actor: { id: PROCESS_ACTOR_ID, roles: ['process'] },
      forumId,
      correlationId: id,
      body,
    };
    await recorder.submit({
      envelope,
      handler,
      bodyHash: keyedHash(context.masterKey, canonical({ type: RecordDelivery.type, body })),
    });
  };

  const sendWaiting = async (): Promise<void> => {
    const rows = context.rows(context.database) as Rows;
    for (const one of await rows.waitingMail(AT_ONCE)) {
      const { mail } = await rows.contactOf(one.personId);
      const lang = (await rows.accountState(one.personId))?.lang ?? 'ko';
      if (!mail) {
        await record(one.id, one.forumId, 'refused', 10);
        continue;
      }
      const letter = letterOf(lang, { about: one.about, dueOn: one.dueOn, link: `${portalUrl}/${lang}` });
      const outcome = await transport
        .sendMail({ from, to: mail, messageId: `<${one.id}@madang>`, ...letter })
        .then(
          () => 'accepted' as const,
          (fault: unknown) => {
            onFault(fault);
            return 'refused' as const;
          },
        );
      await record(one.id, one.forumId, outcome, one.attempts + 1);
    }
  };

  const finished = (async () => {
    while (running) {
      await sendWaiting().catch(onFault);
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
      transport.close();
    },
  };
};
