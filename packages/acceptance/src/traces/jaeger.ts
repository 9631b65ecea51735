import { type ReceivedSpan, type Sent, spansIn } from '../stories/span-receiver.ts';

/** What Jaeger holds, as its API tells it. */
export type Held = {
  readonly services: readonly string[];
  readonly spans: readonly ReceivedSpan[];
  /** Everything as it came. */
  readonly raw: string;
};

/** More traces than a small cycle makes, and no more than Jaeger keeps. */
const MANY = '50000';

const told = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  const text = await answer.text();
  // Jaeger says 404 while there is nothing.
  if (!answer.ok && answer.status !== 404)
    throw new Error(`${url} was answered ${answer.status}: ${text.slice(0, 300)}`);
  return text;
};

/** Reads every trace since an instant from Jaeger's API, whichever service had a part in it. */
export const heldByJaeger = async (address: string, since: Date): Promise<Held> => {
  const { services = [] } = JSON.parse(await told(`${address}/api/v3/services`)) as {
    readonly services?: readonly string[];
  };
  const texts: string[] = [];
  const spans = new Map<string, ReceivedSpan>();
  for (const service of services.filter((name) => name.startsWith('madang-'))) {
    const asked = new URLSearchParams({
      'query.service_name': service,
      'query.start_time_min': since.toISOString(),
      'query.start_time_max': new Date(Date.now() + 60_000).toISOString(),
      'query.num_traces': MANY,
      'query.raw_traces': 'true',
    });
    const text = await told(`${address}/api/v3/traces?${asked}`);
    texts.push(text);
    for (const span of spansIn((JSON.parse(text) as { readonly result?: Sent }).result ?? {}))
      spans.set(`${span.traceId}/${span.spanId}`, span);
  }
  return { services, spans: [...spans.values()], raw: texts.join('\n') };
};
