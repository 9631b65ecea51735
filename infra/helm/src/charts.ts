import { parseArgs } from 'node:util';
import { lookAtCharts } from './charts/look-at-charts.ts';
import { lookAtTemporalsChart } from './charts/temporal-chart.ts';
import { chartTools, type Tools } from './charts/tools.ts';
import { tryCluster } from './cluster/try-cluster.ts';
import { wishesOf } from './cluster/wishes.ts';
import { tryCharts } from './trial/try-charts.ts';

/**
 * `pnpm charts`: judges the charts, then runs what they render on this machine. Says one line where Go is not installed.
 *
 *     --cluster [trial …]   instead of that, installs them in the cluster of MADANG_CLUSTER (a kubeconfig): see the README
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cluster: { type: 'boolean' } },
});
const began = performance.now();
const time = (): string => `${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s`;
const failed = (fault: unknown): void => {
  console.error(`${time()}  ✗ ${fault instanceof Error ? fault.message : fault}`);
  process.exitCode = 1;
};

const here = async (tools: Tools): Promise<void> => {
  const judge = (name: string, faults: readonly string[]): void => {
    console.log(`${time()}  ${faults.length === 0 ? '✓' : '✗'} ${name}`);
    for (const fault of faults) console.log(`    ${fault.replaceAll('\n', '\n    ')}`);
    if (faults.length > 0) process.exitCode = 1;
  };
  lookAtCharts(tools, judge);
  lookAtTemporalsChart(tools, judge, (line) => console.log(`${time()}    ${line}`));
  await tryCharts(tools, (line) => console.log(`${time()}  ✓ ${line}`)).catch(failed);
};

const inCluster = async ({ helm }: Tools): Promise<void> => {
  const wishes = wishesOf(process.env);
  if (!wishes) return console.log('MADANG_CLUSTER names no cluster: the charts are not tried in one.');
  await tryCluster(wishes, helm, positionals);
  console.log(`${time()}  ✓ all held`);
};

const tools = chartTools();
if (!tools) console.log('Go is not installed: the charts are neither rendered nor tried here.');
else await (values.cluster ? inCluster : here)(tools).catch(failed);
