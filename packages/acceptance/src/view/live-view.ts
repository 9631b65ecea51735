import cliTruncate from 'cli-truncate';
import { createLogUpdate } from 'log-update';
import type { Glimpse } from '../rehearsal/drive.ts';

/** Shows a rehearsal while it runs. */
export type LiveView = { readonly show: (glimpse: Glimpse) => void };

const stages = [
  'timetable',
  'drafting',
  'consultation',
  'response',
  'approval',
  'submission',
  'monitoring',
  'assessment',
  'closed',
];

const awaitedLine = ({ awaited, now }: Glimpse): string => {
  if (awaited.length === 0) return 'nobody is awaited';
  const today = now.slice(0, 10);
  const late = awaited.filter(({ dueOn }) => dueOn < today).length;
  const [first] = awaited.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const names = [...new Set(awaited.map(({ institution }) => institution))];
  return `${awaited.length} owed${late > 0 ? ` (${late} overdue)` : ''} by ${names.slice(0, 8).join(' ')}${names.length > 8 ? ' …' : ''}; next ${first?.kind} of ${first?.institution} until ${first?.dueOn}`;
};

const DIM = '\u001b[2m';
const BOLD = '\u001b[1m';
const RED = '\u001b[31m';
const PLAIN = '\u001b[0m';
const SHOWN = 8;
/** Milliseconds between two drawings. */
const PAUSE = 80;

const stageLine = (stage: string): string => {
  const at = stages.indexOf(stage);
  const done = stages.map((_, index) => (index < at ? '■' : index === at ? '▣' : '□')).join('');
  return `${done} ${BOLD}${at < 0 ? 'before the cycle' : stage}${PLAIN}${at < 0 ? '' : ` (${at + 1} of ${stages.length})`}`;
};

const rungWord = (rung: string | null): string => (rung === null ? '' : `, told: ${rung}`);

/** What is drawn: where the clock stands, the stage, who owes what, and what it took; each line fits the terminal. */
export const blockOf = (glimpse: Glimpse, seconds: number, columns: number): string => {
  const { now, stage, act, awaited, commands, steps } = glimpse;
  const today = now.slice(0, 10);
  const owed = awaited.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  const late = owed.filter(({ dueOn }) => dueOn < today).length;
  const lines = [
    `${now.slice(0, 16).replace('T', ' ')}  ${stageLine(stage)}`,
    `${DIM}${act}${PLAIN}`,
    owed.length === 0
      ? 'nobody is awaited'
      : `${owed.length} owed${late > 0 ? `, ${RED}${late} overdue${PLAIN}` : ''}`,
    ...owed.slice(0, SHOWN).map(({ institution, kind, dueOn, lastRung }) => {
      const line = `  ${institution.padEnd(8)} ${kind.padEnd(20)} until ${dueOn}${rungWord(lastRung)}`;
      return dueOn < today ? `${RED}${line}${PLAIN}` : line;
    }),
    ...(owed.length > SHOWN ? [`  and ${owed.length - SHOWN} more`] : []),
    `${DIM}${commands} commands, ${steps} steps of the clock, ${seconds.toFixed(0)} s${PLAIN}`,
  ];
  return lines.map((line) => cliTruncate(line, Math.max(20, columns - 1))).join('\n');
};

/** A block of lines that is drawn over itself and stays when the rehearsal is over. */
const terminalView = (out: NodeJS.WriteStream, begun: number): LiveView => {
  const draw = createLogUpdate(out);
  let last = 0;
  return {
    show: (glimpse) => {
      if (performance.now() - last < PAUSE) return;
      last = performance.now();
      draw(blockOf(glimpse, (performance.now() - begun) / 1000, out.columns));
    },
  };
};

/** One line for each new stage and each new act. */
const lineView = (out: NodeJS.WritableStream): LiveView => {
  let before = '';
  return {
    show: (glimpse) => {
      const { now, stage, act } = glimpse;
      if (`${stage} ${act}` === before) return;
      before = `${stage} ${act}`;
      out.write(
        `${now.slice(0, 16).replace('T', ' ')}  ${stage.padEnd(12)}  ${act.padEnd(48)}  ${awaitedLine(glimpse)}\n`,
      );
    },
  };
};

export const liveView = (out: NodeJS.WriteStream = process.stdout): LiveView =>
  out.isTTY ? terminalView(out, performance.now()) : lineView(out);
