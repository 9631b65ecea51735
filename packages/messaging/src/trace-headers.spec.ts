import { spanned } from '@madang/telemetry';
import { expect, it } from 'vitest';
import { traceOfFact } from './fact-spans.ts';
import { traceHeaders, traceOf } from './trace-headers.ts';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

it('a message without a trace has no header', async () => {
  expect(traceHeaders(undefined)).toEqual({});
  expect(traceHeaders({})).toEqual({});
  expect(await spanned('ask', { kind: 'client' }, async (span) => traceHeaders(span))).toEqual({});
  expect(traceOf({})).toBeUndefined();
});

it('a trace goes along with a message as it is, with what others added to it', () => {
  for (const trace of [{ traceparent }, { traceparent, tracestate: 'ot=th:8,vendor=a' }])
    expect(traceOf(traceHeaders(trace))).toEqual(trace);
  const names = [...(traceHeaders({ traceparent, tracestate: 'a=1' }).headers?.keys() ?? [])];
  expect(names.toSorted()).toEqual(['traceparent', 'tracestate']);
});

it('a fact stands where it was published, else where it was recorded', () => {
  const event = { traceparent, tracestate: 'recorded=1' } as never;
  expect(traceOfFact({ sequence: 1, event })).toEqual({ traceparent, tracestate: 'recorded=1' });
  const published = traceparent.replace('b7ad', 'c8be');
  expect(traceOfFact({ sequence: 1, event, traceparent: published })).toEqual({ traceparent: published });
});
