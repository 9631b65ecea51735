import type { ReceivedSpan } from './span-receiver.ts';
import { chainOf } from './span-tree.ts';

/** A trace from its root to a span, one line each. */
export const told = (chain: readonly ReceivedSpan[]): readonly string[] =>
  chain.map(({ service, name }) => `${service}: ${name}`);

/** How a contribution comes to whoever hears it. */
export const contributionTo = (listener: string): readonly string[] => [
  'madang-portal: POST /api/commitments/contribute',
  'madang-portal: ask commitments.contribute.v1',
  'madang-commitments: answer commitments.contribute.v1',
  'madang-commitments: record',
  'madang-commitments: publish commitments.contribution.accepted.v1',
  `${listener}: hear commitments.contribution.accepted.v1`,
];

/** The last word about a contribution, as it turned the process that waited for it: an answer, or that one is waived. */
export type LastWord = {
  readonly asked: string;
  readonly told: string;
  readonly signal: ReceivedSpan | undefined;
  readonly published: ReceivedSpan | undefined;
};
export const lastWordIn = (chain: readonly ReceivedSpan[]): LastWord => {
  const signal = chain.find(({ name }) => name === 'signal response');
  const fact = String(signal?.facts['madang.fact']);
  return {
    asked: String(chain[1]?.name).slice('ask '.length),
    told: fact,
    signal,
    published: chain.find(({ name }) => name === `publish ${fact}`),
  };
};

/** How the last word about a contribution comes through the process that it turns, and that process's own command, to whoever hears of it. */
export const sealingTo = (listener: string, last: LastWord): readonly string[] => [
  `madang-portal: POST /api/${last.asked.replace(/\.v1$/, '').replace('.', '/')}`,
  `madang-portal: ask ${last.asked}`,
  `madang-commitments: answer ${last.asked}`,
  'madang-commitments: record',
  `madang-commitments: publish ${last.told}`,
  'madang-workflows: signal response',
  'madang-workflows: askCommand',
  'madang-workflows: ask commitments.seal-consultation.v1',
  'madang-commitments: answer commitments.seal-consultation.v1',
  'madang-commitments: record',
  'madang-commitments: publish commitments.consultation.sealed.v1',
  `${listener}: hear commitments.consultation.sealed.v1`,
];

/** Spans whose cause was never told. */
export const orphansIn = (spans: readonly ReceivedSpan[]): readonly ReceivedSpan[] => {
  const known = new Set(spans.map(({ traceId, spanId }) => `${traceId}/${spanId}`));
  return spans.filter(
    ({ traceId, parentSpanId }) => parentSpanId !== '' && !known.has(`${traceId}/${parentSpanId}`),
  );
};

/** From the root of its trace to where a service heard a fact; nothing while any of it is missing. */
export const heardBy = (
  spans: readonly ReceivedSpan[],
  service: string,
  fact: string,
  subject?: string,
): readonly ReceivedSpan[] => {
  const heard = spans.find(
    (one) =>
      one.service === service &&
      one.name === `hear ${fact}` &&
      (subject === undefined || one.facts['madang.subject'] === subject),
  );
  const chain = chainOf(spans, heard);
  return chain[0]?.parentSpanId === '' ? chain : [];
};
