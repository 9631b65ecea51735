import { createServer } from 'node:net';

// Below the range from which the kernel takes ports for outgoing connections,
// so that an engine finds its port free when it is started again.
const lowest = 20_000;
const highest = 32_000;
const given = new Set<number>();

/** Whether nobody listens on this port of 127.0.0.1. */
export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((answer) => {
    const server = createServer();
    server.once('error', () => answer(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => answer(true)));
  });

/** A free port of 127.0.0.1, not given to anyone in this process before. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < 500; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (given.has(port)) continue;
    given.add(port);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port found between ${lowest} and ${highest} on 127.0.0.1.`);
};

/** Refuses, saying what to do, when someone listens on the port already. */
export const demandFreePort = async (port: number, forWhom: string): Promise<void> => {
  if (await isPortFree(port)) return;
  throw new Error(
    `Port ${port} of 127.0.0.1, wanted for ${forWhom}, is in use by another program. ` +
      `Find it with "lsof -i :${port}" or "ss -ltnp" and stop it, or choose other ports with MADANG_PORT_BASE.`,
  );
};
