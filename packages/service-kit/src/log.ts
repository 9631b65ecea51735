import { tracing } from '@madang/telemetry';
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** In which trace and span something is said, by the names that collectors of logs look for. */
const traceIds = (): Record<string, string> => {
  const [, trace_id, span_id] = tracing()?.current()?.split('-') ?? [];
  return trace_id && span_id ? { trace_id, span_id } : {};
};

/** JSON lines with codes and ids. Bodies, texts and names are never handed to it; what looks like one is cut. */
export const makeLog = (name: string): Logger =>
  pino({
    level: process.env.MADANG_LOG_LEVEL ?? 'info',
    redact: {
      paths: [
        'body',
        '*.body',
        'text',
        '*.text',
        'name',
        '*.name',
        'mail',
        '*.mail',
        'password',
        '*.password',
      ],
      censor: '[kept out]',
    },
    base: { service: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: traceIds,
  });

/** What a log may say of a fault: its kind and code, not its message, which may repeat what somebody wrote. */
export const faultFacts = (fault: unknown): Record<string, unknown> => {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = (fault as { code?: unknown }).code;
  return {
    fault: fault.name,
    code: typeof code === 'string' ? code : undefined,
    at: fault.stack
      ?.split('\n')
      .slice(1, 4)
      .map((line) => line.trim()),
  };
};
