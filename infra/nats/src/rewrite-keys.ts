import { connectNats, keyStream, keySubject, type SecondCopies, secondCopies } from '@madang/messaging';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { ServiceRoom } from './walls.ts';

const PAGE = 200;

/** Whatever lies in the stream, page by page, also what comes while it is read. */
const pagesOf = async function* (copies: SecondCopies) {
  for (let from = 0; ; ) {
    const page = await copies.keys(from, PAGE);
    if (page.length === 0) return;
    from = page.at(-1)?.sequence ?? from;
    yield page;
  }
};

/**
 * Writes wrapped keys of a service's second copies anew, and the bytes they had over on the server's disk. May be begun again
 * after it was killed: what was written anew is left as it is.
 * @param rewrap gives what is to stand in the place of a wrapped key; undefined where it stays
 * @returns how many were written
 */
export const rewriteKeys = async (
  to: { readonly url: string; readonly password: string },
  service: ServiceRoom,
  rewrap: (wrapped: string) => string | undefined,
  { between = () => {} }: { readonly between?: () => void } = {},
): Promise<number> => {
  const connection = await connectNats({ url: to.url, user: 'infra', password: to.password, patience: 0 });
  try {
    const manager = await jetstreamManager(connection);
    const publisher = jetstream(connection);
    const stream = keyStream(service);
    let written = 0;
    for await (const page of pagesOf(await secondCopies(connection, service))) {
      const due = page.flatMap(({ id, sequence, bytes }) => {
        const anew = rewrap(bytes);
        return anew === undefined ? [] : [{ id, sequence, anew }];
      });
      await Promise.all(
        due.map(async ({ id, sequence, anew }) => {
          try {
            await publisher.publish(keySubject(service, id), anew, {
              expect: { lastSubjectSequence: sequence },
            });
          } catch (fault) {
            // It was written before whoever did it was killed; what it replaces is still there.
            if (!(fault instanceof Error && /wrong last sequence/i.test(fault.message))) throw fault;
          }
          between();
          await manager.streams.deleteMessage(stream, sequence, true);
        }),
      );
      written += due.length;
    }
    return written;
  } finally {
    await connection.close();
  }
};
