import { lookAtCharts } from './charts/look-at-charts.ts';
import { lookAtTemporalsChart } from './charts/temporal-chart.ts';
import { chartTools } from './charts/tools.ts';
import { tryCharts } from './trial/try-charts.ts';

/** `pnpm charts`: judges the charts, then runs what they render on this machine. Says one line where Go is not installed. */
const tools = chartTools();
if (!tools) {
  console.log('Go is not installed: the charts are neither rendered nor tried here.');
} else {
  const began = performance.now();
  const time = (): string => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;
  const judge = (name: string, faults: readonly string[]): void => {
    console.log(`${time()}  ${faults.length === 0 ? '✓' : '✗'} ${name}`);
    for (const fault of faults) console.log(`    ${fault.replaceAll('\n', '\n    ')}`);
    if (faults.length > 0) process.exitCode = 1;
  };
  lookAtCharts(tools, judge);
  lookAtTemporalsChart(tools, judge, (line) => console.log(`${time()}    ${line}`));
  await tryCharts(tools, (line) => console.log(`${time()}  ✓ ${line}`)).catch((fault: unknown) => {
    console.error(`${time()}  ✗ ${fault instanceof Error ? fault.message : fault}`);
    process.exitCode = 1;
  });
}
