import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, startTemporal, type TemporalEngine, until } from '@madang/local';
import { searchAttributes } from '@madang/workflows/search-attributes';
import { workloadsIn } from '../charts/manifest.ts';
import { manifestsIn, render } from '../charts/rendering.ts';
import type { Tools } from '../charts/tools.ts';
import type { Secret } from '../secrets/cluster-secrets.ts';
import { type NatsCluster, openNatsCluster } from './nats-cluster.ts';
import { type Running, runPod } from './run-pod.ts';

/** What the workers of the trial call their code. */
export const BUILD_ID = 'r1';

/** Both charts, installed on this machine: their configuration, commands, environment and Secrets, without a cluster. */
export type Installed = {
  readonly nats: NatsCluster;
  readonly pods: readonly Running[];
  readonly temporal: TemporalEngine;
  /** Runs what the clock would run, once. */
  readonly runTimed: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

const ended = async (job: Running): Promise<void> => {
  const code = await job.ended;
  if (code !== 0) throw new Error(`${job.name} ended with ${code}:\n${job.said()}`);
};

const ready = async (pod: Running): Promise<void> => {
  const here = `http://127.0.0.1:${pod.port('MADANG_HEALTH_PORT')}/ready`;
  const gone = pod.ended.then((code) => {
    throw new Error(`${pod.name} ended with ${code} before it was ready:\n${pod.said()}`);
  });
  const came = until(async () => (await fetch(here)).ok, {
    within: 120_000,
    what: `${pod.name} to be ready`,
  });
  await Promise.race([came, gone]);
};

/** Installs engines, prepares them as the hook does, and starts every process. */
export const install = async (
  tools: Tools,
  secrets: readonly Secret[],
  dir: string,
  tell: (line: string) => void,
): Promise<Installed> => {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of undo.splice(0).toReversed()) await one();
  };
  const held = new Map(secrets.map(({ metadata, stringData }) => [metadata.name, stringData]));
  const secretOf = (name: string): Readonly<Record<string, string>> => held.get(name) ?? {};
  try {
    const engines = manifestsIn(render(tools, { chart: 'engines' }).output);
    const nats = await openNatsCluster(engines, secretOf('madang-nats-server'), join(dir, 'nats'));
    undo.push(nats.close);
    const postgres = await startPostgres({ dir: join(dir, 'postgres') });
    undo.push(postgres.kill);
    const temporal = await startTemporal({ dir: join(dir, 'temporal'), searchAttributes });
    undo.push(temporal.kill);
    tell(`engines: NATS with ${nats.servers.length} servers, PostgreSQL, Temporal`);

    const { hostname, port, username, password } = new URL(postgres.url);
    held.set('madang-postgresql-superuser', { username, password: decodeURIComponent(password) });
    held.set('madang-sign-in', { 'client-secret': 'not used in this trial' });
    const set = [
      `postgresql.host="${hostname}"`,
      `postgresql.port=${port}`,
      `nats.url="${nats.servers[0]?.url}"`,
      `temporal.address="${temporal.address}"`,
      `workflows.versions=[{"buildId":"${BUILD_ID}"}]`,
      'backup.enabled=true',
    ];
    const house = render(tools, { chart: 'madang', values: 'madang-least', set });
    if (!house.ok) throw new Error(house.said);
    const start = async (workload: ReturnType<typeof workloadsIn>[number]): Promise<Running> => {
      const folder = join(dir, workload.name);
      for (const own of ['secrets', 'var', 'tmp', 'backups'])
        mkdirSync(join(folder, own), { recursive: true });
      const pod = await runPod(workload, secretOf, folder);
      undo.push(async () => {
        pod.kill();
        await pod.ended;
      });
      return pod;
    };
    const all = workloadsIn(manifestsIn(house.output));
    const isJob = ({ pod }: (typeof all)[number]): boolean => pod.spec.restartPolicy === 'Never';
    for (const job of all.filter((one) => isJob(one) && !one.isTimed)) {
      await ended(await start(job));
      tell(`${job.name} is done`);
    }
    const pods: Running[] = [];
    for (const one of all.filter((each) => !isJob(each))) pods.push(await start(one));
    await Promise.all(pods.map(ready));
    tell(`${pods.map(({ name }) => name).join(', ')} are ready`);
    const runTimed = async (): Promise<readonly string[]> => {
      const timed = all.filter((one) => one.isTimed);
      for (const one of timed) await ended(await start(one));
      return timed.map(({ name }) => name);
    };
    return { nats, pods, temporal, runTimed, close };
  } catch (fault) {
    await close();
    throw fault;
  }
};
