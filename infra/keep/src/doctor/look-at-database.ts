import pg from 'pg';
import { WITH_SCHEMA } from '../house.ts';
import { clockOf } from './clocks.ts';
import { type Finding, fine, wrong } from './finding.ts';
import { lookAtGrants } from './look-at-grants.ts';
import { lookAtSchema } from './look-at-schema.ts';

/** PostgreSQL as its superuser sees it: version, clock, migrations, facts, and that no role reaches beyond its schema. */
export const lookAtDatabase = async (
  databaseUrl: string,
  migrations: Readonly<Record<string, string>>,
): Promise<readonly Finding[]> => {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (fault) {
    return [unreached(fault)];
  }
  try {
    const { rows } = await client.query<{ version: string; now: Date }>(
      "SELECT current_setting('server_version') AS version, clock_timestamp() AS now",
    );
    const version = rows[0]?.version ?? '';
    const findings = [
      version.startsWith('18')
        ? fine('postgresql', `version ${version}`)
        : wrong('postgresql', `version ${version}`, 'Madang is tried with PostgreSQL 18 alone: use that.'),
      clockOf('postgresql', rows[0]?.now ?? new Date(0)),
    ];
    for (const service of WITH_SCHEMA)
      findings.push(...(await lookAtSchema(client, service, migrations[service])));
    return [...findings, ...(await lookAtGrants(client))];
  } finally {
    await client.end();
  }
};

const NO_SUCH_PASSWORD = '28P01';
const NO_SUCH_DATABASE = '3D000';

const unreached = (fault: unknown): Finding => {
  const code = (fault as { readonly code?: string }).code;
  if (code === NO_SUCH_PASSWORD)
    return wrong(
      'postgresql',
      'does not take its administrator’s password',
      'Bring the file of that password back; it is changed by `madang rotate passwords` alone.',
    );
  if (code === NO_SUCH_DATABASE)
    return wrong('postgresql', 'has no database of Madang', 'Start the system: it makes it.');
  return wrong('postgresql', 'PostgreSQL does not answer', 'Start it, and look at its log.');
};
