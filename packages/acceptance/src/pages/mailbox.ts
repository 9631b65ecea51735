import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type Mailbox = {
  readonly url: string;
  /** Mails are files of this folder from now on. */
  readonly keepIn: (folder: string) => void;
  readonly close: () => Promise<void>;
};

/** A mail server on a free port that keeps what it takes. */
export const openMailbox = async (): Promise<Mailbox> => {
  let folder: string | undefined;
  const keep = (mail: Buffer): void => {
    if (!folder) throw new Error('No folder for mails so far.');
    const name = randomUUID();
    writeFileSync(join(folder, name), mail);
    // Who looks finds it whole.
    renameSync(join(folder, name), join(folder, `${name}.eml`));
  };
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        keep(Buffer.concat(parts));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    keepIn: (place) => {
      folder = place;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** What came for an address so far. */
export const mailsTo = async (folder: string, address: string): Promise<readonly Email[]> => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => PostalMime.parse(readFileSync(join(folder, name)))));
  return mails.filter((mail) => mail.to?.some((one) => one.address === address));
};
