import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyPorts, startSystem } from '@madang/local';
import { acceptContribution } from './accept-contribution.ts';
import { benchPlace } from './bench-place.ts';
import { type Figure, tableOf } from './figure.ts';
import { idleMemory } from './idle-memory.ts';
import { keepAndRestore } from './keep-and-restore.ts';
import { pickUpLatency } from './pick-up-latency.ts';
import { relayThroughput } from './relay-throughput.ts';
import { serverTime } from './server-time.ts';
import { traceOverhead } from './trace-overhead.ts';

/** `pnpm bench [relay|pick-up|keep|memory|accept|pages|trace …]`: every figure is a ratio within this run; the machine's own speed cancels out. */
const figures: Figure[] = [];
const asked = process.argv.slice(2);
const wanted = (name: string): boolean => asked.length === 0 || asked.includes(name);
const say = (what: string): void => console.log(`measuring ${what} …`);

if (wanted('relay') || wanted('pick-up')) {
  const place = await benchPlace(['forums', 'commitments', 'ministries', 'people']);
  try {
    say('the relay');
    if (wanted('relay')) figures.push(await relayThroughput(place));
    say('pick-up latency');
    if (wanted('pick-up')) figures.push(...(await pickUpLatency(place)));
  } finally {
    await place.close();
  }
}

if (wanted('keep')) {
  const services = ['forums', 'commitments', 'ministries', 'people'];
  const place = await benchPlace(services);
  try {
    say('a backup and its restore');
    figures.push(...(await keepAndRestore(place, services)));
  } finally {
    await place.close();
  }
}

if (['memory', 'accept', 'pages'].some(wanted)) {
  const home = mkdtempSync(join(tmpdir(), 'madang-bench-'));
  chmodSync(home, 0o755); // PostgreSQL may run as another user
  const system = await startSystem({ home, ports: await anyPorts() });
  try {
    say('memory at rest');
    if (wanted('memory')) figures.push(...(await idleMemory()));
    say('the server time of pages');
    if (wanted('pages')) figures.push(...(await serverTime(system.portalUrl)));
    say('contributions over HTTP');
    if (wanted('accept')) figures.push(...(await acceptContribution(system, system.engines.postgres.url)));
  } finally {
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

if (wanted('trace')) {
  say('what tracing costs');
  figures.push(...(await traceOverhead()));
}

writeFileSync('bench-results.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log(`\n${tableOf(figures)}\n\nbench-results.json written; load average ${loadavg()[0]?.toFixed(1)}`);
process.exit(0);
