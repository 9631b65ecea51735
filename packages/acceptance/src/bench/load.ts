import { Pool } from 'undici';

export type Request = { readonly headers: Record<string, string>; readonly body: string };

/** Sends requests from a number of connections at once until all are answered. @returns answered per second; throws when one is not 200 */
export const perSecond = async (
  url: string,
  requests: readonly Request[],
  connections: number,
): Promise<number> => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  let next = 0;
  const work = async (): Promise<void> => {
    for (let mine = next++; mine < requests.length; mine = next++) {
      const request = requests[mine];
      const response = await pool.request({ path: pathname, method: 'POST', ...request });
      const text = await response.body.text();
      if (response.statusCode !== 200)
        throw new Error(`${url} was answered ${response.statusCode}: ${text.slice(0, 200)}`);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  const taken = (performance.now() - begun) / 1000;
  await pool.close();
  return requests.length / taken;
};
