import { type Composition, output, tell } from './composition.ts';
import { rehearse } from './rehearsal.ts';

const services = ['forums', 'commitments', 'ministries', 'people'] as const;
const fetched = (url: string): string =>
  `fetch('${url}').then((r) => r.text()).then((text) => process.stdout.write(text))`;
const ask = (container: string, url: string): string =>
  output('docker', 'exec', container, 'node', '-e', fetched(url));

/** The sum of all counts of a metric, whatever their labels. */
export const countOf = (metrics: string, name: string): number =>
  metrics
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((sum, line) => sum + Number(line.trim().split(' ').at(-1)), 0);

/** What each instance of each process did so far, as it counts itself; the portals are counted by the door. */
const workOf = ({ said }: Composition): Readonly<Record<string, readonly number[]>> => {
  const containers = (service: string): readonly string[] =>
    said('ps', '--quiet', service).text.split('\n').filter(Boolean);
  const [door = ''] = containers('door');
  const counted = (service: string, url: string, metric: string): readonly number[] =>
    containers(service).map((one) => countOf(ask(one, url), metric));
  return {
    ...Object.fromEntries(
      services.map((one) => [one, counted(one, 'http://127.0.0.1:8081/metrics', 'madang_commands_total')]),
    ),
    workflows: counted(
      'workflows',
      'http://127.0.0.1:8081/metrics',
      'temporal_workflow_task_execution_latency_seconds_count',
    ),
    portal: Object.values(JSON.parse(ask(door, 'http://127.0.0.1:8081/')) as Record<string, number>),
  };
};

/**
 * Brings up two of each process of the house behind a door and rehearses Korea's plan with them: what happened is what happened
 * with one of each, and each of the two had a part in it.
 * @param digest of the facts with one of each
 */
export const tryTwo = async (composition: Composition, digest: string): Promise<void> => {
  const two = composition.like({
    files: ['infra/docker/two-of-each.yml'],
    environment: { MADANG_METRICS: 'on' },
  });
  two.compose('up', '--wait');
  const found = await rehearse(two, 'korea-4th-plan').digest;
  if (found !== digest)
    throw new Error(`with two of each the digest is ${found}, with one of each it was ${digest}`);
  const work = workOf(two);
  const idle = Object.entries(work).filter(
    ([, counts]) => counts.length !== 2 || counts.some((one) => !(one > 0)),
  );
  const told = Object.entries(work)
    .map(([name, counts]) => `${name} ${counts.join(' + ')}`)
    .join(', ');
  if (idle.length > 0) throw new Error(`not both had work: ${told}`);
  tell(`two of each came to the same facts, and both worked: ${told}`);
};
