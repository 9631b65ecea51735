import { createServer } from 'node:http';

export type Heard = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A web address of somebody who is called: keeps what comes and answers as it is told to. */
export const listeningPost = async () => {
  const heard: Heard[] = [];
  const answers = new Map<string, number>();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      const headers = request.headers as Record<string, string>;
      heard.push({ path, headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(answers.get(path) ?? 204, { location: '/elsewhere' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    /** What came to a path. */
    heardAt: (path: string) => heard.filter((one) => one.path === path),
    heard,
    answer: (path: string, status: number) => answers.set(path, status),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
