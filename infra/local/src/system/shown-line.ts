import { prettyFactory } from 'pino-pretty';

const NAMES = 'trace_id,span_id,pid,hostname,service';

/** A line of a log as people read it: when, who, what; what is no JSON stays as it is. Its trace comes last, cut to be recognised. */
export const shownLine = (name: string, line: string, colours: boolean): string => {
  const shown = prettyFactory({
    colorize: colours,
    translateTime: 'SYS:HH:MM:ss.l',
    ignore: NAMES,
    singleLine: true,
  })(line);
  const trace = /"trace_id":"([0-9a-f]{8})/.exec(line)?.[1];
  return `${name.padEnd(12)} ${shown.trimEnd()}${trace ? ` · trace ${trace}` : ''}`;
};
