import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { lookAtStreams, type StreamLook } from '@madang/nats-infra';
import pg from 'pg';
import { KEPT } from './manifest.ts';
import { headOf, migrationsOf } from './schema-tables.ts';

export type Finding = {
  readonly check: string;
  readonly state: 'fine' | 'warning' | 'wrong';
  readonly what: string;
  /** What to do; empty when it is fine. */
  readonly todo: string;
};
export type DoctorOptions = {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsPassword: string;
  /** Health addresses of the processes, by name. */
  readonly health: Readonly<Record<string, string>>;
  /** Folders of migrations by schema. */
  readonly migrations: Readonly<Record<string, string>>;
  readonly secretsDir: string | undefined;
  readonly home: string;
};

const fine = (check: string, what: string): Finding => ({ check, state: 'fine', what, todo: '' });
const wrong = (check: string, what: string, todo: string): Finding => ({ check, state: 'wrong', what, todo });
const warning = (check: string, what: string, todo: string): Finding => ({
  check,
  state: 'warning',
  what,
  todo,
});
const EVERYONE = [...KEPT, 'portal'];
/** Milliseconds by which two clocks may differ; certificates and sessions are judged by the wall. */
const CLOCKS_APART = 5_000;
const LEAST_FREE = 2 * 1024 ** 3;

const database = async (options: DoctorOptions, heads: Map<string, number>): Promise<readonly Finding[]> => {
  const client = new pg.Client({ connectionString: options.databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch {
    return [wrong('postgresql', 'PostgreSQL does not answer', 'Start it, and look at its log.')];
  }
  const found: Finding[] = [];
  try {
    const { rows } = await client.query<{ version: string; now: Date }>(
      "SELECT current_setting('server_version') AS version, clock_timestamp() AS now",
    );
    const [row] = rows;
    const version = row?.version ?? '';
    found.push(
      version.startsWith('18')
        ? fine('postgresql', `version ${version}`)
        : wrong('postgresql', `version ${version}`, 'Madang is tried with PostgreSQL 18 alone.'),
    );
    const apart = Math.abs(Date.now() - Number(row?.now ?? 0));
    found.push(
      apart <= CLOCKS_APART
        ? fine('clocks', 'this machine and PostgreSQL agree')
        : wrong('clocks', `PostgreSQL is ${Math.round(apart / 1000)} s apart`, 'Set both by a time server.'),
    );
    for (const service of EVERYONE) {
      const folder = options.migrations[service];
      const files = folder
        ? readdirSync(folder)
            .filter((one) => /^\d/.test(one))
            .toSorted()
        : [];
      const applied = await migrationsOf(client, service).catch((): readonly string[] => []);
      const missing = files.filter((one) => !applied.includes(one));
      const strange = applied.filter((one) => !files.includes(one));
      if (strange.length > 0)
        found.push(
          wrong(
            `migrations ${service}`,
            `the database knows ${strange.join(', ')}`,
            'This code is older than the database: use the newer.',
          ),
        );
      else if (missing.length > 0)
        found.push(
          wrong(
            `migrations ${service}`,
            `not applied: ${missing.join(', ')}`,
            'Start the system: it applies them.',
          ),
        );
      else found.push(fine(`migrations ${service}`, `${applied.length} applied`));
      const schema = client.escapeIdentifier(service);
      const waiting = await client
        .query<{ state: string; count: number }>(
          `SELECT state, count(*)::int AS count FROM ${schema}.waiting GROUP BY state`,
        )
        .catch(() => ({ rows: [] }));
      const parked = waiting.rows.find((one) => one.state === 'parked')?.count ?? 0;
      const early = waiting.rows
        .filter((one) => one.state !== 'parked')
        .reduce((sum, one) => sum + one.count, 0);
      if (parked > 0)
        found.push(
          wrong(
            `facts ${service}`,
            `${parked} parked`,
            'Look at the reasons on the operators’ console, mend the cause, replay them.',
          ),
        );
      else if (early > 0)
        found.push(
          warning(`facts ${service}`, `${early} wait for their cause`, 'If they stay: is every service up?'),
        );
      else found.push(fine(`facts ${service}`, 'none parked, none waits'));
      if (service === 'portal') continue;
      heads.set(service, await headOf(client, service).catch(() => 0));
      const late = await client
        .query<{ count: number }>(
          `SELECT ((SELECT count(*) FROM ${schema}.text WHERE NOT copied) + (SELECT count(*) FROM ${schema}.text_key WHERE NOT copied))::int AS count`,
        )
        .catch(() => ({ rows: [] }));
      const left = late.rows[0]?.count ?? 0;
      found.push(
        left === 0
          ? fine(`second copies ${service}`, 'of every text and key')
          : warning(
              `second copies ${service}`,
              `${left} not made yet`,
              'Look again in a minute; if it grows: is NATS up?',
            ),
      );
    }
  } finally {
    await client.end();
  }
  return found;
};

const reach = (url: string): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), timeout: 3_000 });
  socket.on('connect', resolve).on('error', reject).on('timeout', reject);
  return promise.finally(() => socket.destroy());
};

const streams = async (
  options: DoctorOptions,
  heads: ReadonlyMap<string, number>,
): Promise<readonly Finding[]> => {
  let looks: readonly StreamLook[];
  try {
    // Whoever connects goes on trying for half a minute; a doctor does not.
    await reach(options.natsUrl);
    looks = await lookAtStreams({ url: options.natsUrl, password: options.natsPassword });
  } catch {
    return [
      wrong(
        'nats',
        'NATS does not answer, or does not know us',
        'Start it; compare its users with the secrets.',
      ),
    ];
  }
  return looks.map(({ service, stream, isOfFacts, last, wrong: faults }) => {
    if (last === null)
      return wrong(`stream ${stream}`, 'is missing', 'Start the system: it makes its streams.');
    if (faults.length > 0)
      return wrong(
        `stream ${stream}`,
        faults.join(', '),
        'Somebody changed it: set it back as infra/nats makes it.',
      );
    const head = heads.get(service);
    if (!isOfFacts || head === undefined || head === last)
      return fine(`stream ${stream}`, `${last} messages`);
    return last < head
      ? warning(
          `stream ${stream}`,
          `${head - last} facts behind the rows`,
          'Look again; if it grows: is the service up?',
        )
      : wrong(
          `stream ${stream}`,
          `${last - head} facts ahead of the rows`,
          'An older database was put back: start the service, it takes them from the stream.',
        );
  });
};

const processes = async ({ health }: DoctorOptions): Promise<readonly Finding[]> =>
  Promise.all(
    Object.entries(health).map(async ([name, url]) => {
      const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
      if (answer?.ok) return fine(`process ${name}`, 'ready');
      return wrong(
        `process ${name}`,
        answer ? `not ready (${answer.status})` : 'does not answer',
        'Start it, or look at its log: it says what it waits for.',
      );
    }),
  );

const files = ({ secretsDir, home }: DoctorOptions): readonly Finding[] => {
  const found: Finding[] = [];
  if (secretsDir && existsSync(secretsDir))
    for (const one of readdirSync(secretsDir)) {
      const mode = statSync(join(secretsDir, one)).mode & 0o077;
      found.push(
        mode === 0
          ? fine(`secret ${one}`, 'readable by its owner alone')
          : wrong(
              `secret ${one}`,
              'others can read it',
              `chmod 600 ${join(secretsDir, one)}, and consider it known.`,
            ),
      );
      if (
        one === 'master-key' &&
        Buffer.from(readFileSync(join(secretsDir, one), 'utf8').trim(), 'base64').length !== 32
      )
        found.push(
          wrong(
            'master key',
            'is not 32 bytes in base64',
            'Bring the right one back: nothing can be read without it.',
          ),
        );
    }
  const { bavail, bsize } = statfsSync(home);
  const free = bavail * bsize;
  const gib = (free / 1024 ** 3).toFixed(1);
  found.push(
    free >= LEAST_FREE
      ? fine('disk', `${gib} GiB free`)
      : wrong('disk', `${gib} GiB free`, 'Make room: a full disk stops every acknowledgement.'),
  );
  return found;
};

/** Looks at everything an installation stands on, and says of each what to do. It changes nothing. */
export const examine = async (options: DoctorOptions): Promise<readonly Finding[]> => {
  const heads = new Map<string, number>();
  const fromDatabase = await database(options, heads);
  return [
    ...fromDatabase,
    ...(await streams(options, heads)),
    ...(await processes(options)),
    ...files(options),
  ];
};
