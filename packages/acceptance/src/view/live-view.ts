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

/** A block of lines that is drawn over itself. */
const terminalView = (out: NodeJS.WriteStream, begun: number): LiveView => {
  let drawn = 0;
  let last = 0;
  const draw = (glimpse: Glimpse): void => {
    const at = stages.indexOf(glimpse.stage);
    const bar = stages
      .map((stage, index) =>
        index < at ? `\u001b[2m${stage}\u001b[0m` : index === at ? `\u001b[1;7m ${stage} \u001b[0m` : stage,
      )
      .join(' › ');
    const lines = [
      `  ${glimpse.now.slice(0, 16).replace('T', ' ')}   ${bar}`,
      `  ${glimpse.commands} commands, ${glimpse.steps} steps, ${((performance.now() - begun) / 1000).toFixed(0)} s    ${glimpse.act}`,
      `  ${awaitedLine(glimpse)}`,
    ].map((line) => (line.includes('\u001b') ? line : line.slice(0, out.columns - 1)));
    out.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}${lines.map((line) => `\u001b[2K${line}\n`).join('')}`);
    drawn = lines.length;
  };
  return {
    show: (glimpse) => {
      if (performance.now() - last < 80) return;
      last = performance.now();
      draw(glimpse);
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
