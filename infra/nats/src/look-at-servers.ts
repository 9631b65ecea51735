import { connectNats } from '@madang/messaging';

export type ServerLook = {
  readonly name: string;
  readonly version: string;
  /** Its clock when it answered. */
  readonly now: Date;
  /** Whether every acknowledged message is on its disk. */
  readonly syncsAlways: boolean;
};

/** What a server answers under `$SYS.REQ.SERVER.PING.VARZ`, as far as it is looked at. */
type Varz = {
  readonly server: { readonly name: string; readonly ver: string; readonly time: string };
  readonly data?: { readonly jetstream?: { readonly config?: { readonly sync_always?: boolean } } };
};
/** Milliseconds in which every server of a cluster has answered. */
const PATIENCE = 2_000;

/** Every NATS server there is, seen by its own account. @throws when none answers or it does not let us in */
export const lookAtServers = async (to: {
  readonly url: string;
  readonly password: string;
}): Promise<readonly ServerLook[]> => {
  const connection = await connectNats({ url: to.url, user: 'sys', password: to.password, patience: 0 });
  try {
    const looks: ServerLook[] = [];
    const answers = await connection.requestMany('$SYS.REQ.SERVER.PING.VARZ', '', {
      strategy: 'stall',
      stall: 300,
      maxWait: PATIENCE,
    });
    for await (const answer of answers) {
      if (answer instanceof Error) throw answer;
      const { server, data } = answer.json<Varz>();
      looks.push({
        ...{ name: server.name, version: server.ver, now: new Date(server.time) },
        syncsAlways: data?.jetstream?.config?.sync_always === true,
      });
    }
    return looks;
  } finally {
    await connection.close();
  }
};
