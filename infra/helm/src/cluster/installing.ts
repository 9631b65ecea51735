import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { searchAttributes } from '@madang/workflows/search-attributes';
import { stringify } from 'yaml';
import { type Cluster, said, secondsSince, tell } from './cluster.ts';
import type { Wishes } from './wishes.ts';

/** What is said of the house beside the values of the trial, as `helm --set-json` takes it. */
export type Said = Readonly<Record<string, unknown>>;

/** Where the trial keeps what the Secrets hold, as an operator would. */
export const secretsFile = (folder: string): string => join(folder, 'secrets.yaml');

/** Makes the Secrets that are missing in what is kept, and hands all of them to the cluster. */
export const makeSecrets = async (
  cluster: Cluster,
  folder: string,
  keep: readonly string[],
): Promise<void> => {
  const made = await said(process.execPath, ['src/make-secrets.ts', ...keep], process.env);
  writeFileSync(secretsFile(folder), made, { mode: 0o600 });
  await cluster.apply(readFileSync(secretsFile(folder), 'utf8'));
};

/** Temporal's development server: the trial is of our charts, and Temporal's own is rendered elsewhere. */
const temporal = (image: string): string => {
  const labels = { 'app.kubernetes.io/name': 'temporal' };
  const attributes = Object.entries(searchAttributes).flatMap(([name, type]) => [
    '--search-attribute',
    `${name}=${type}`,
  ]);
  const container = {
    ...{ name: 'temporal', image },
    args: [
      'server',
      'start-dev',
      '--ip',
      '0.0.0.0',
      '--headless',
      '--db-filename',
      '/tmp/temporal.db',
      ...attributes,
    ],
    readinessProbe: { tcpSocket: { port: 7233 }, periodSeconds: 2 },
    volumeMounts: [{ name: 'temporary', mountPath: '/tmp' }],
  };
  return [
    {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'temporal' } },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [container], volumes: [{ name: 'temporary', emptyDir: {} }] },
        },
      },
    },
    {
      ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'temporal' } },
      spec: { selector: labels, ports: [{ port: 7233 }] },
    },
    {
      ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'temporal' } },
      spec: {
        podSelector: { matchLabels: labels },
        ingress: [
          {
            from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/component': 'workflows' } } }],
            ports: [{ port: 7233 }],
          },
        ],
      },
    },
  ]
    .map((one) => stringify(one))
    .join('---\n');
};

/** Brings NATS, PostgreSQL and Temporal into the cluster and waits until they answer. */
export const installEngines = async (cluster: Cluster, wishes: Wishes): Promise<void> => {
  const begun = performance.now();
  const { helm, kubectl, apply } = cluster;
  await apply(temporal(process.env.MADANG_CLUSTER_TEMPORAL_IMAGE ?? 'temporalio/temporal:1.5.1'));
  await helm(
    'install',
    'madang-engines',
    'engines',
    ...wishes.valuesOf('engines'),
    '--wait',
    '--timeout',
    '15m',
  );
  tell(`NATS is ready after ${secondsSince(begun)}`);
  await kubectl('wait', '--for=condition=Ready', 'cluster/madang-postgresql', '--timeout=15m');
  tell(`PostgreSQL is ready after ${secondsSince(begun)}`);
  await kubectl('rollout', 'status', 'deployment/temporal', '--timeout=5m');
};

/** Installs or upgrades the house with an image's tag and waits until all of it is ready. */
export const installHouse = async (
  { helm }: Cluster,
  wishes: Wishes,
  tag: string,
  more: Said = {},
): Promise<void> => {
  const begun = performance.now();
  const set = Object.entries({ 'image.repository': wishes.repository, 'image.tag': tag, ...more });
  await helm(
    ...['upgrade', '--install', 'madang', 'madang', ...wishes.valuesOf('madang')],
    ...set.flatMap(([name, value]) => ['--set-json', `${name}=${JSON.stringify(value)}`]),
    ...['--wait', '--timeout', '20m'],
  );
  tell(`the house of ${tag} is ready after ${secondsSince(begun)}`);
};

const MAKERS = 'cluster.postgresql.cnpg.io,deployment,statefulset,cronjob,job';

/** Removes all of it: whoever makes pods, pods without grace (a PostgreSQL is given half an hour, and a namespace as much), the rest. */
export const removeAll = async ({ kubectl, namespace }: Cluster): Promise<void> => {
  await kubectl('delete', MAKERS, '--all', '--wait=false');
  await kubectl('delete', 'pods', '--all', '--grace-period=0', '--force');
  await kubectl('delete', 'namespace', namespace, '--ignore-not-found', '--timeout=5m');
};
