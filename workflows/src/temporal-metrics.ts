import { createServer } from 'node:net';

/** Where Temporal's own client and worker tell of themselves, and how to read it. */
export type TemporalMetrics = {
  readonly bindAddress: string;
  readonly text: () => Promise<string>;
};

/**
 * Temporal's runtime serves its metrics at an address of its own alone. It is given one of this machine that is free, and what it says
 * there is read beside ours: one address for each process. @returns undefined when metrics are off
 */
export const temporalMetrics = async (): Promise<TemporalMetrics | undefined> => {
  if (process.env.MADANG_METRICS !== 'on') return undefined;
  const port = await new Promise<number>((found, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const at = server.address();
      server.close(() => found(typeof at === 'object' && at ? at.port : 0));
    });
  });
  const bindAddress = `127.0.0.1:${port}`;
  return {
    bindAddress,
    // Until the runtime is there it says nothing, and that takes nothing else along.
    text: () =>
      fetch(`http://${bindAddress}/metrics`).then(
        (answer) => answer.text(),
        () => '',
      ),
  };
};
