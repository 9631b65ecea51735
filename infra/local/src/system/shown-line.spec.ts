import { expect, it } from 'vitest';
import { shownLine } from './shown-line.ts';

it('a line of a log says when, who and what, and which trace it belongs to', () => {
  const line = JSON.stringify({
    ...{ level: 40, time: '2026-11-24T01:02:03.004Z', service: 'forums', fault: 'Error' },
    ...{ trace_id: '0af7651916cd43dd8448eb211c80319c', span_id: 'b7ad6b7169203331', msg: 'fault' },
  });
  expect(shownLine('forums', line, false)).toMatch(
    /^forums {7}\[\d\d:\d\d:03\.004\] WARN: fault \{"fault":"Error"\} · trace 0af76519$/,
  );
});

it('what an engine says in its own words stays as it is', () => {
  const said = '[INF] Server is ready';
  expect(shownLine('nats', said, false)).toBe(`nats         ${said}`);
});
