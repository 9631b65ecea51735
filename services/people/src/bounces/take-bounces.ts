import { RecordBounce } from '@madang/contracts';
import type { RecordContext, Recorder } from '@madang/record';
import { SMTPServer } from 'smtp-server';
import type { Rows } from '../adapters/rows.ts';
import { askItself } from '../mail/ask-itself.ts';
import { pathIn } from '../mail/return-path-to.ts';
import { hasFailed } from './has-failed.ts';

/** A report repeats at most what was sent; more than this nobody needs to say that a mailbox is not there. */
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_CLIENTS = 20;

export type TakingBounces = {
  readonly context: RecordContext;
  readonly recorder: Recorder;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  readonly bounceAddress: string;
  readonly onFault: (fault: unknown) => void;
};

const notHere = (): Error => Object.assign(new Error('No such mailbox here.'), { responseCode: 550 });

/**
 * Takes mails that came back after a server had accepted them, and records the bounce of every notice in them. Only addresses
 * that were made here are taken; nothing of a mail is kept, and no address is written down.
 */
export const takeBounces = ({ context, recorder, host, port, bounceAddress, onFault }: TakingBounces) => {
  const rows = context.rows(context.database) as Rows;
  const ask = askItself(context, recorder);
  const mailOf = (address: string): string | undefined => {
    const path = pathIn(bounceAddress, address);
    return path === undefined ? undefined : rows.mailOf(path);
  };
  const record = async (mailId: string): Promise<void> => {
    for (const { id: noticeId, forumId } of await rows.noticesInMail(mailId))
      await ask(RecordBounce, `notice/${noticeId}/bounce`, { forumId, noticeId });
  };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true },
    ...{ size: MOST_BYTES, maxClients: MOST_CLIENTS, banner: 'Madang takes what comes back' },
    onRcptTo: ({ address }, _session, done) => done(mailOf(address) ? null : notHere()),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      let size = 0;
      stream.on('data', (part: Buffer) => {
        size += part.length;
        if (size <= MOST_BYTES) parts.push(part);
      });
      stream.on('end', () => {
        const mailIds = envelope.rcptTo.flatMap(({ address }) => mailOf(address) ?? []);
        hasFailed(Buffer.concat(parts))
          .then(async (isBounce) => {
            for (const mailId of isBounce ? mailIds : []) await record(mailId);
          })
          .then(
            () => done(),
            // Whoever brings it tries again: nothing is lost.
            (fault: unknown) => {
              onFault(fault);
              done(Object.assign(new Error('Try again later.'), { responseCode: 451 }));
            },
          );
      });
    },
  });
  server.on('error', onFault);
  const listening = new Promise<number>((resolve) => {
    server.listen(port, host, () => resolve((server.server.address() as { readonly port: number }).port));
  });
  return {
    /** The port it listens at. */
    port: listening,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
