import { readFileSync, writeFileSync } from 'node:fs';
import { parseAllDocuments, stringify } from 'yaml';
import { type Cluster, tell } from './cluster.ts';
import { installHouse, makeSecrets, type Said, secretsFile } from './installing.ts';
import type { Wishes } from './wishes.ts';

const OF_PASSWORDS = ['madang-nats-users', 'madang-database-roles'];

/**
 * Changes every password of NATS' users and of the database's roles, as an operator is told to. NATS comes first: what prepares the
 * house signs in to it with the new one. The password of the routes stays: servers of two would not know each other.
 */
export const changePasswords = async (
  cluster: Cluster,
  wishes: Wishes,
  folder: string,
  more: Said,
): Promise<void> => {
  const { kubectl } = cluster;
  const file = secretsFile(folder);
  const kept = parseAllDocuments(readFileSync(file, 'utf8'))
    .map((one) => one.toJS() as { readonly metadata: { readonly name: string } })
    .filter(({ metadata }) => !OF_PASSWORDS.includes(metadata.name));
  writeFileSync(file, kept.map((one) => stringify(one, { lineWidth: 0 })).join('---\n'), { mode: 0o600 });
  await makeSecrets(cluster, folder, ['--keep', file]);
  await kubectl('rollout', 'restart', 'statefulset/madang-nats');
  await kubectl('rollout', 'status', 'statefulset/madang-nats', '--timeout=10m');
  tell('NATS knows the new passwords');
  // The job tells the database.
  await installHouse(cluster, wishes, await tagOf(cluster), more);
  const house = ['deployment', '--selector', 'app.kubernetes.io/name=madang'];
  await kubectl('rollout', 'restart', ...house);
  await kubectl('rollout', 'status', ...house, '--timeout=10m');
  tell('every process has the new passwords');
};

/** The tag that runs. */
const tagOf = async ({ kubectl }: Cluster): Promise<string> =>
  (
    await kubectl(
      ...['get', 'deployment', 'madang-forums'],
      ...['--output', 'jsonpath={.spec.template.spec.containers[0].image}'],
    )
  ).replace(/^.*:/, '');

const deployment = ({ kubectl }: Cluster, order: string, ...args: readonly string[]): Promise<string> =>
  kubectl(
    ...['exec', 'deployment/temporal', '--', 'temporal', 'worker', 'deployment', order],
    ...['--deployment-name', 'madang', ...args],
  );

/** Makes a version of the workers the one that is given what is to be done, once Temporal knows it. */
export const makeCurrent = async (cluster: Cluster, buildId: string): Promise<void> => {
  await cluster.comes(`Temporal to know the workers of ${buildId}`, 120, () =>
    deployment(cluster, 'describe-version', '--build-id', buildId).then(
      () => true,
      () => false,
    ),
  );
  await deployment(cluster, 'set-current-version', '--build-id', buildId, '--yes');
  tell(`workers of ${buildId} are current`);
};

/** What Temporal says of a version that is current no more: `draining`, and `drained` when nothing depends on it. */
export const drainageOf = async (cluster: Cluster, buildId: string): Promise<string> => {
  const described = await deployment(cluster, 'describe-version', '--build-id', buildId, '--output', 'json');
  return /"drainageStatus": *"(\w+)"/.exec(described)?.[1] ?? 'neither draining nor drained';
};

/** Runs the CronJob of the backup once. */
export const backUp = async ({ kubectl }: Cluster): Promise<void> => {
  await kubectl('delete', 'job', 'backup-now', '--ignore-not-found');
  await kubectl('create', 'job', '--from=cronjob/madang-backup', 'backup-now');
  await kubectl('wait', '--for=condition=Complete', 'job/backup-now', '--timeout=5m');
  tell(`the backup is made: ${(await kubectl('logs', 'job/backup-now')).trim().split('\n').at(-1)}`);
};
