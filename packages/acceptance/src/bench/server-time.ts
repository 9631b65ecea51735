import { gzipSync } from 'node:zlib';
import { crowdedCycle } from '../pages/crowded-cycle.ts';
import { type PageToAsk, pagesToAsk } from '../pages/pages-to-ask.ts';
import { type Figure, figure, percentile } from './figure.ts';

const MANY = Number(process.env.BENCH_CONTRIBUTIONS ?? 10_000);
const TIMES = 20;
/** Milliseconds that a page may need. */
const GOAL = 300;

const timesOf = async (portalUrl: string, { path, headers }: PageToAsk) => {
  const times: number[] = [];
  let size = 0;
  for (let n = -2; n < TIMES; n += 1) {
    const begun = performance.now();
    const answer = await fetch(`${portalUrl}${path}`, { headers });
    const body = await answer.arrayBuffer();
    if (n >= 0) times.push(performance.now() - begun);
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
    size = gzipSync(Buffer.from(body)).length;
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), size };
};

/** Each page of the site and the desks, asked twenty times one by one, where a consultation has 10,000 contributions. */
export const serverTime = async (portalUrl: string): Promise<readonly Figure[]> => {
  const crowded = await crowdedCycle(portalUrl, 'server-time', MANY, (line) => console.log(`  ${line}`));
  const figures: Figure[] = [];
  for (const page of await pagesToAsk(crowded, 'ko')) {
    const { p50, p95, size } = await timesOf(portalUrl, page);
    console.log(
      `  ${page.name.padEnd(34)} p50 ${p50.toFixed(0).padStart(5)} ms  p95 ${p95.toFixed(0).padStart(5)} ms  ${(size / 1000).toFixed(1).padStart(5)} kB compressed`,
    );
    figures.push(
      figure({
        id: `page-${page.name.replaceAll(/[^a-z0-9]+/g, '-')}`,
        what: `page "${page.name}" with ${MANY} contributions, ms at the 95th percentile, against the goal`,
        ...{ ours: p95, baseline: GOAL, goal: 1, better: 'lower' as const },
      }),
    );
  }
  return figures;
};
