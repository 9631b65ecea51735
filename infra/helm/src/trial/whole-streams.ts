import type { NatsCluster } from './nats-cluster.ts';

type Stream = {
  readonly name: string;
  readonly config: { readonly num_replicas: number };
  readonly cluster: {
    readonly leader?: string;
    readonly replicas?: readonly { readonly current: boolean }[];
  };
};
type Seen = {
  readonly server_name?: string;
  readonly account_details?: readonly { readonly stream_detail?: readonly Stream[] }[];
};

/** The names of all streams of which every copy is on the level of its leader. */
export const wholeStreams = async ({ servers }: NatsCluster): Promise<readonly string[]> => {
  const names: string[] = [];
  for (const { monitorUrl } of servers) {
    const ask = async (path: string): Promise<Seen> =>
      (await (await fetch(`${monitorUrl}${path}`, { signal: AbortSignal.timeout(2_000) })).json()) as Seen;
    const { server_name: own } = await ask('/varz');
    const { account_details: accounts = [] } = await ask('/jsz?streams=true&config=true');
    // A leader alone knows how far the others are.
    for (const { name, config, cluster } of accounts.flatMap(({ stream_detail = [] }) => stream_detail))
      if (cluster.leader === own && cluster.replicas?.length === config.num_replicas - 1)
        if (cluster.replicas.every(({ current }) => current)) names.push(name);
  }
  return names.toSorted();
};
