/** Sends requests from a number of connections at once until all are answered. @returns answered per second; throws when one is not 200 */
export const perSecond = async (
  url: string,
  requests: readonly { readonly headers: Record<string, string>; readonly body: string }[],
  connections = 32,
): Promise<number> => {
  let next = 0;
  const work = async (): Promise<void> => {
    for (let mine = next++; mine < requests.length; mine = next++) {
      const request = requests[mine];
      const response = await fetch(url, { method: 'POST', ...request });
      const text = await response.text();
      if (response.status !== 200)
        throw new Error(`${url} was answered ${response.status}: ${text.slice(0, 200)}`);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: connections }, work));
  return requests.length / ((performance.now() - begun) / 1000);
};
