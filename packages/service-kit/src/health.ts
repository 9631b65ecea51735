import { createServer, type Server } from 'node:http';
import type { Meters } from './meters.ts';

const TEXT = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };

/**
 * `/ready` answers 200 once the doors are open, `/live` always, `/metrics` when metrics are on; nothing else is served. Only
 * this machine may ask, unless MADANG_HEALTH_HOST says otherwise.
 */
export const serveHealth = (port: number, isReady: () => boolean, meters?: Meters): Server =>
  createServer((request, response) => {
    if (meters && request.url === '/metrics') {
      void meters.text().then(
        (text) => response.writeHead(200, TEXT).end(text),
        () => response.writeHead(503, TEXT).end('not now'),
      );
      return;
    }
    const ok = request.url === '/live' || (request.url === '/ready' && isReady());
    response.writeHead(ok ? 200 : 503, { 'content-type': 'text/plain' }).end(ok ? 'ok' : 'not ready');
  }).listen(port, process.env.MADANG_HEALTH_HOST ?? '127.0.0.1');
