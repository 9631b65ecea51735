import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyPorts, startSystem } from '@madang/local';
import { acceptContribution, prepareContributions } from './accept-contribution.ts';
import { benchPlace } from './bench-place.ts';
import { type Figure, tableOf } from './figure.ts';
import { idleMemory } from './idle-memory.ts';
import { pickUpLatency } from './pick-up-latency.ts';
import { relayThroughput } from './relay-throughput.ts';

/** `pnpm bench`: every figure is a ratio within this run; the machine's own speed cancels out. */
const figures: Figure[] = [];
const say = (what: string): void => console.log(`measuring ${what} …`);

const place = await benchPlace(['forums', 'commitments', 'ministries', 'people']);
try {
  say('the relay');
  figures.push(await relayThroughput(place));
  say('pick-up latency');
  figures.push(...(await pickUpLatency(place)));
} finally {
  await place.close();
}

const home = mkdtempSync(join(tmpdir(), 'madang-bench-'));
const against = 'against bare Fastify + zod + insert';
const ports = await anyPorts();
let system = await startSystem({ home, ports });
try {
  say('memory at rest');
  figures.push(...(await idleMemory()));
  const contributions = await prepareContributions(system);
  say('contributions over HTTP, relay and listeners running');
  figures.push(
    await acceptContribution(system, contributions, {
      id: 'accept-sustained',
      what: `contributions accepted a second, relay and listeners running, ${against}`,
      goal: 0.5,
    }),
  );
  await system.stop();
  system = await startSystem({ home, ports, env: { MADANG_PAUSED: 'relay,listeners' } });
  say('contributions over HTTP, relay and listeners paused');
  figures.push(
    await acceptContribution(system, contributions, {
      id: 'accept-paused',
      what: `contributions accepted a second, relay and listeners paused, ${against}`,
      goal: 1,
    }),
  );
} finally {
  await system.stop();
  rmSync(home, { recursive: true, force: true });
}

writeFileSync('bench-results.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log(`\n${tableOf(figures)}\n\nbench-results.json written`);
process.exit(0);
