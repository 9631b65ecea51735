/** What was asked again, and why: 503, a refused or broken connection, too many requests. */
export type Patience = { readonly retries: Map<string, number>; readonly broken: string[] };

const again = (status: number, text: string): boolean =>
  status === 503 || status === 429 || (status === 409 && text.includes('still-running'));

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/**
 * Asks until there is an answer: 503 and connections that break are asked again with the same words, since the same
 * command id gets the same answer. Any other 5xx is kept in `broken`: the house promises that there are none.
 */
export const patientFetch =
  ({ retries, broken }: Patience, within = 90_000) =>
  async (
    url: string,
    init: RequestInit,
  ): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> => {
    const until = Date.now() + within;
    for (let attempt = 1; ; attempt += 1) {
      const late = Date.now() > until;
      try {
        const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
        const text = await response.text();
        const { status, headers } = response;
        if (status >= 500 && status !== 503) broken.push(`${status} ${new URL(url).pathname}`);
        if (late || !again(status, text)) return { status, text, headers };
        retries.set(String(status), (retries.get(String(status)) ?? 0) + 1);
        await pause(Math.min(1_000 * Number(headers.get('retry-after') ?? 0.1), 100 * attempt));
      } catch (fault) {
        if (late)
          throw new Error(`${init.method ?? 'GET'} ${url} got no answer within ${within / 1000} s`, {
            cause: fault,
          });
        retries.set('connection', (retries.get('connection') ?? 0) + 1);
        await pause(Math.min(100 * attempt, 1_000));
      }
    }
  };
