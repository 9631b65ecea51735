import { createServer, type Server } from 'node:http';

/** `/ready` answers 200 once the doors are open, `/live` always; nothing else is served. */
export const serveHealth = (port: number, isReady: () => boolean): Server =>
  createServer((request, response) => {
    const ok = request.url === '/live' || (request.url === '/ready' && isReady());
    response.writeHead(ok ? 200 : 503, { 'content-type': 'text/plain' }).end(ok ? 'ok' : 'not ready');
  }).listen(port, '127.0.0.1');
