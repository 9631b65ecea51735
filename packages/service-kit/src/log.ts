import { tracing } from '@madang/telemetry';
import { type DestinationStream, type Logger, pino } from 'pino';
import { faultFacts, keptOut, ownWords } from './kept-out.ts';

export type { Logger } from 'pino';

/** In which trace and span something is said, by the names that collectors of logs look for. */
const traceIds = (): Record<string, string> => {
  const [, trace_id, span_id] = tracing()?.current()?.split('-') ?? [];
  return trace_id && span_id ? { trace_id, span_id } : {};
};

/** What is said and of what; whatever is to be put into the words is left out, and a fault never says its message. */
const said = ([what, words]: readonly unknown[]): [object, string?] => {
  if (typeof what === 'string') return [{}, ownWords(what)];
  const facts = what instanceof Error ? faultFacts(what) : ((what ?? {}) as object);
  return typeof words === 'string' ? [facts, ownWords(words)] : [facts];
};

/**
 * JSON lines with codes and ids. Bodies, texts and names are never handed to it; what looks like one is cut.
 * @param to where the lines go; standard output unless a spec reads them
 */
export const makeLog = (name: string, to?: DestinationStream): Logger => {
  const log = pino(
    {
      level: process.env.MADANG_LOG_LEVEL ?? 'info',
      base: { service: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: traceIds,
      formatters: { log: keptOut },
      serializers: { err: (fault: unknown) => fault },
      hooks: {
        logMethod(given, write) {
          const [facts, words] = said(given);
          if (words === undefined) write.call(this, facts as never);
          else write.call(this, facts as never, words);
        },
      },
    },
    ...(to ? [to] : []),
  );
  // What every line of a child says is no line yet, and would be let through.
  const { child } = log;
  log.child = function (this: Logger, facts: object, options?: object) {
    return child.call(this, keptOut(facts), options);
  } as never;
  return log;
};
