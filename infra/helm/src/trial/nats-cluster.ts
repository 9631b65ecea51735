import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type NatsEngine, startNats } from '@madang/local';
import { type Manifest, workloadsIn } from '../charts/manifest.ts';
import { variablesOf } from './variables.ts';

/** The NATS servers of a rendered chart, run on this machine with the chart's own configuration. */
export type NatsCluster = {
  readonly servers: readonly NatsEngine[];
  readonly close: () => Promise<void>;
};

type Ports = { readonly client: number; readonly routes: number; readonly monitor: number };
const freePorts = async (): Promise<Ports> => ({
  client: await freePort(),
  routes: await freePort(),
  monitor: await freePort(),
});

/** A configuration as its server reads it: variables are values of the configuration, so they may stand in its text. */
const told = (config: string, variables: Readonly<Record<string, string>>): string =>
  config.replaceAll(/\$([A-Z_0-9]+)/g, (_, name: string) => variables[name] ?? `$${name}`);

/**
 * @param manifests of the chart of engines
 * @param secret what the Secret of the servers holds
 * @param dir where data, configurations and logs are put
 */
export const openNatsCluster = async (
  manifests: readonly Manifest[],
  secret: Readonly<Record<string, string>>,
  dir: string,
): Promise<NatsCluster> => {
  const name = manifests.find(({ kind }) => kind === 'StatefulSet')?.metadata.name ?? '';
  const config = manifests.find(({ kind }) => kind === 'ConfigMap')?.data?.['nats.conf'] ?? '';
  const [container] = workloadsIn(manifests).find((one) => one.name === name)?.pod.spec.containers ?? [];
  const variables = variablesOf(container?.env ?? [], () => secret);
  const count = Object.keys(variables).filter((one) => /^ROUTE_\d+$/.test(one)).length;
  const ports = await Promise.all(Array.from({ length: count }, freePorts));

  const local = (text: string, own: Ports, folder: string): string =>
    ports
      .reduce(
        (so, { routes }, index) =>
          so.replaceAll(`${name}-${index}.${name}-servers:6222`, `127.0.0.1:${routes}`),
        text,
      )
      .replace('"0.0.0.0:4222"', `"127.0.0.1:${own.client}"`)
      .replace('"0.0.0.0:6222"', `"127.0.0.1:${own.routes}"`)
      .replace('"0.0.0.0:8222"', `"127.0.0.1:${own.monitor}"`)
      .replace('/data', join(folder, 'data'))
      .replace('/tmp/nats.pid', join(folder, 'own.pid'));

  const servers = await Promise.all(
    ports.map((own, index) => {
      const folder = join(dir, `${name}-${index}`);
      mkdirSync(folder, { recursive: true });
      const text = told(config, { ...variables, POD_NAME: `${name}-${index}` });
      writeFileSync(join(folder, 'accounts.conf'), secret['accounts.conf'] ?? '', { mode: 0o600 });
      writeFileSync(join(folder, 'nats.conf'), local(text, own, folder), { mode: 0o600 });
      return startNats({
        dir: folder,
        configFile: join(folder, 'nats.conf'),
        port: own.client,
        monitorPort: own.monitor,
      });
    }),
  );
  return { servers, close: async () => void (await Promise.all(servers.map((one) => one.kill()))) };
};
