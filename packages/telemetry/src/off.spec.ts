import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

/** A process of its own: traced or not, it acts within a span and says what it loaded and what it would hand on. */
const program = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ resolve: (name, context, next) => {
  const found = next(name, context);
  loaded.push(found.url);
  return found;
} });
const { openTracing, spanned, tracing } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
const traces = await openTracing('spec');
const parent = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'ot=th:8' };
const span = await spanned('act', { kind: 'client', parent }, async (it) => it && { traceparent: it.traceparent, tracestate: it.tracestate });
const current = tracing()?.current();
console.log(JSON.stringify({ opened: traces !== undefined, otel: loaded.filter((url) => url.includes('opentelemetry')).length, span, current }));
process.exit(0);
`;
const ran = (env: Readonly<Record<string, string>>) => {
  const { PATH = '', HOME = '' } = process.env;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    cwd: new URL('..', import.meta.url),
    env: { PATH, HOME, ...env },
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as {
    readonly opened: boolean;
    readonly otel: number;
    readonly span?: { readonly traceparent: string; readonly tracestate?: string };
    readonly current?: string;
  };
};
const on = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };

it.each([
  ['that nobody told where spans go', {}],
  ['that was told to be quiet', { ...on, OTEL_SDK_DISABLED: 'true' }],
])(
  'a process %s loads nothing of OpenTelemetry and has nothing to hand on',
  { timeout: 60_000 },
  (_which, env) => {
    expect(ran(env)).toEqual({ opened: false, otel: 0 });
  },
);

it('a process that is traced goes on from the place it was given, and hands on what others added to it', {
  timeout: 60_000,
}, () => {
  const { opened, otel, span } = ran(on);
  expect(opened).toBe(true);
  expect(otel).toBeGreaterThan(0);
  expect(span?.traceparent).toMatch(
    /^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/,
  );
  expect(span?.tracestate).toBe('ot=th:8');
});
