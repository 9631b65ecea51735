import type { EventEnvelope } from '@madang/contracts';
import { type Span, type Trace, tracing } from '@madang/telemetry';
import { placeIn } from './trace-headers.ts';

type Told = Partial<Trace> & { readonly sequence: number; readonly event: EventEnvelope };

/** Where in a trace a fact stands: where it was published, else where it was recorded. */
export const traceOfFact = (fact: Told): Trace | undefined => placeIn(fact) ?? placeIn(fact.event);

/** Whose ids may be told: things of the forum. A contributor, an account and what is sent to somebody are a person. */
const THINGS =
  /^(forum|clock|meeting|ballot|decision|cycle|call|proposal|commitment|consultation|contribution|cluster|response|reporting-window|institution|obligation|sign-offs)\//;

/** What a span may say of a fact: codes and ids of things, never of a person. */
export const factsOf = ({ type, source, sequence, subject }: EventEnvelope) => ({
  'messaging.system': 'nats',
  'madang.fact': type,
  'madang.source': source,
  'madang.sequence': sequence,
  ...(THINGS.test(subject) ? { 'madang.subject': subject } : {}),
});

/**
 * Takes in a page of facts, each that means something here under a span of its own. What it brings about goes on from that
 * span: the facts are handed on as if they had been told there.
 */
export const takenWithinSpans = async <F extends Told, T>(
  page: readonly F[],
  means: (event: EventEnvelope) => boolean,
  take: (page: readonly F[]) => Promise<T>,
): Promise<T> => {
  const on = tracing();
  if (!on) return take(page);
  const spans: Span[] = [];
  const handed = page.map((fact) => {
    const parent = traceOfFact(fact);
    if (!parent || !means(fact.event)) return fact;
    const span = on.begin(`hear ${fact.event.type}`, {
      kind: 'consumer',
      parent,
      facts: factsOf(fact.event),
    });
    spans.push(span);
    return { ...fact, event: { ...fact.event, ...placeIn(span) } };
  });
  try {
    const taken = await take(handed);
    for (const span of spans) span.end();
    return taken;
  } catch (fault) {
    for (const span of spans) span.end(fault);
    throw fault;
  }
};
