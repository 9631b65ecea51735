import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { useAgent } from 'request-filtering-agent';

const PATIENCE = 15_000;

/**
 * Posts a call and gives the HTTP status of the answer, of which nothing else is read; no redirect is followed. Names that
 * lead into private networks are refused when the connection is made, so a name cannot change its mind after a check.
 * @throws when there is no answer within 15 s, or no way there
 */
export const postCall = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  privateToo: boolean,
): Promise<number> =>
  new Promise((resolve, reject) => {
    const post = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
    const agent = useAgent(url, { allowPrivateIPAddress: privateToo, allowMetaIPAddress: privateToo });
    const asked = post(
      url,
      { method: 'POST', agent, headers, signal: AbortSignal.timeout(PATIENCE) },
      (answer) => {
        answer.destroy();
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
