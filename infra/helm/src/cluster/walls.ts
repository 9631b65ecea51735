import { type Cluster, tell } from './cluster.ts';

/** Doors of the cluster by what they are called here: host and port. */
type Doors = Readonly<Record<string, string>>;

/** Tries each door for three seconds and prints what came of it. */
const knock = `
  const net = require('node:net');
  const one = ([name, at]) => new Promise((done) => {
    const [host, port] = at.split(':');
    const socket = net.connect({ host, port: Number(port) });
    const end = (how) => { socket.destroy(); done([name, how]); };
    socket.setTimeout(3000, () => end('shut'));
    socket.on('connect', () => end('open')).on('error', () => end('shut'));
  });
  Promise.all(Object.entries(JSON.parse(process.argv.at(-1))).map(one))
    .then((all) => console.log(JSON.stringify(Object.fromEntries(all))));
`;

const STRANGER = 'stranger';
/** A pod of the house's image and of this namespace that is nobody of the house. */
const stranger = (image: string, doors: Doors): string =>
  JSON.stringify({
    ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name: STRANGER, labels: { app: STRANGER } } },
    spec: {
      restartPolicy: 'Never',
      automountServiceAccountToken: false,
      containers: [{ name: STRANGER, image, command: ['node', '-e', knock, JSON.stringify(doors)] }],
    },
  });

const foundByStranger = async (
  { kubectl, apply, comes }: Cluster,
  image: string,
  doors: Doors,
): Promise<string> => {
  await kubectl('delete', 'pod', STRANGER, '--ignore-not-found');
  await apply(stranger(image, doors));
  const phase = (): Promise<string> =>
    kubectl('get', 'pod', STRANGER, '--output', 'jsonpath={.status.phase}');
  await comes('a stranger to have knocked', 180, async () => (await phase()) === 'Succeeded');
  const found = await kubectl('logs', STRANGER);
  await kubectl('delete', 'pod', STRANGER);
  return found;
};

/** Which doors open to whom; the others must be shut. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  [STRANGER]: ['portal'],
  forums: ['NATS', 'PostgreSQL'],
  people: ['NATS', 'PostgreSQL'],
  workflows: ['NATS', 'Temporal'],
};

/**
 * Knocks at every door from a pod that is nobody, and from pods of the house: the cluster's network lets each in where its wall says, and
 * nowhere else. @throws when a door is open that must be shut, or shut that must be open
 */
export const tryWalls = async (cluster: Cluster, image: string): Promise<void> => {
  const { kubectl } = cluster;
  const ip = (component: string): Promise<string> =>
    kubectl(
      ...['get', 'pod', '--selector', `app.kubernetes.io/component=${component}`],
      ...['--output', 'jsonpath={.items[0].status.podIP}'],
    );
  const doors: Doors = {
    ...{ NATS: 'madang-nats:4222', PostgreSQL: 'madang-postgresql-rw:5432', Temporal: 'temporal:7233' },
    'the monitor of NATS': 'madang-nats-servers:8222',
    'the health of PostgreSQL': `${await kubectl('get', 'pod', 'madang-postgresql-1', '--output', 'jsonpath={.status.podIP}')}:8000`,
    'the health of ministries': `${await ip('ministries')}:8081`,
    portal: `${await ip('portal')}:8080`,
  };
  const wrong: string[] = [];
  for (const [who, open] of Object.entries(OPEN)) {
    const text =
      who === STRANGER
        ? await foundByStranger(cluster, image, doors)
        : await kubectl('exec', `deployment/madang-${who}`, '--', 'node', '-e', knock, JSON.stringify(doors));
    const found = JSON.parse(text) as Readonly<Record<string, string>>;
    for (const [door, how] of Object.entries(found))
      if ((how === 'open') !== open.includes(door)) wrong.push(`${door} is ${how} to ${who}`);
    tell(`to ${who} are open: ${open.join(', ')}; ${Object.keys(doors).length - open.length} doors are shut`);
  }
  if (wrong.length > 0) throw new Error(wrong.join('; '));
};
