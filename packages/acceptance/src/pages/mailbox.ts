import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type Mailbox = {
  readonly url: string;
  /** What came for an address so far. */
  readonly mailsTo: (address: string) => Promise<readonly Email[]>;
  readonly close: () => Promise<void>;
};

/** A mail server on a free port that keeps what it takes. */
export const openMailbox = async (): Promise<Mailbox> => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(Buffer.concat(parts).toString('utf8'));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailsTo: async (address) => {
      const mails = await Promise.all(received.map((raw) => PostalMime.parse(raw)));
      return mails.filter((mail) => mail.to?.some((one) => one.address === address));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
