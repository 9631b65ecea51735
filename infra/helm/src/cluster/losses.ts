import { type Cluster, secondsSince, tell } from './cluster.ts';

const nameIn = async ({ kubectl }: Cluster, ...what: readonly string[]): Promise<string> =>
  (await kubectl('get', ...what)).trim();

const postgresIsWhole = async ({ kubectl }: Cluster): Promise<boolean> => {
  const [ready, wanted] = (
    await kubectl(
      ...['get', 'cluster', 'madang-postgresql'],
      ...['--output', 'jsonpath={.status.readyInstances} {.spec.instances}'],
    )
  ).split(' ');
  return ready === wanted;
};

/** Deletes a pod of each service and of the portal; what they left undone is done by others. */
export const losePods = async ({ kubectl }: Cluster): Promise<void> => {
  for (const component of ['forums', 'commitments', 'ministries', 'people', 'workflows', 'portal']) {
    const [pod = ''] = (
      await kubectl(
        ...['get', 'pod', '--selector', `app.kubernetes.io/component=${component}`],
        ...['--field-selector', 'status.phase=Running', '--output', 'jsonpath={.items[*].metadata.name}'],
      )
    ).split(' ');
    await kubectl('delete', 'pod', pod, '--wait=false');
  }
  tell('a pod of each process is deleted');
};

/** Deletes the pod of the PostgreSQL that leads, at once and without a word to it: another one leads. */
export const loseLeader = async (cluster: Cluster): Promise<void> => {
  const { kubectl, comes } = cluster;
  const leader = (): Promise<string> =>
    nameIn(cluster, 'cluster', 'madang-postgresql', '--output', 'jsonpath={.status.currentPrimary}');
  const before = await leader();
  const begun = performance.now();
  await kubectl('delete', 'pod', before, '--grace-period=0', '--force');
  await comes('another PostgreSQL to lead', 300, async () => (await leader()) !== before);
  tell(`${before} is lost, ${await leader()} leads after ${secondsSince(begun)}`);
  await comes('all of PostgreSQL to be there', 600, () => postgresIsWhole(cluster));
  tell(`all of PostgreSQL is there again after ${secondsSince(begun)}`);
};

/** Deletes the pod of a NATS server. */
export const loseNats = async ({ kubectl }: Cluster): Promise<void> => {
  const begun = performance.now();
  await kubectl('delete', 'pod', 'madang-nats-1', '--grace-period=0', '--force');
  await kubectl('rollout', 'status', 'statefulset/madang-nats', '--timeout=5m');
  tell(`a NATS server is lost and back after ${secondsSince(begun)}`);
};
