import { writeFileSync } from 'node:fs';
import { benchPlace } from './bench-place.ts';
import { type Figure, tableOf } from './figure.ts';
import { pickUpLatency } from './pick-up-latency.ts';
import { relayThroughput } from './relay-throughput.ts';

/** `pnpm bench`: every figure is a ratio within this run; the machine's own speed cancels out. */
const figures: Figure[] = [];
const place = await benchPlace(['forums', 'commitments', 'ministries', 'people']);
try {
  for (const [name, measure] of [
    ['relay', relayThroughput],
    ['pick-up', pickUpLatency],
  ] as const) {
    console.log(`measuring ${name} …`);
    figures.push(...[await measure(place)].flat());
  }
} finally {
  await place.close();
}
writeFileSync('bench-results.json', `${JSON.stringify(figures, null, 2)}\n`);
console.log(`\n${tableOf(figures)}\n\nbench-results.json written`);
process.exit(0);
