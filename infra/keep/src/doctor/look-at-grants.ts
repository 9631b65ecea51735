import type pg from 'pg';
import { WITH_SCHEMA } from '../house.ts';
import { type Finding, fine, wrong } from './finding.ts';

/** What a role may do beyond its own schema, in words; a role that is missing may nothing. */
const BEYOND = `
  WITH role AS (SELECT oid, rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS strong
                FROM pg_roles WHERE rolname = ANY($1)),
       schema AS (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY($1))
  SELECT rolname AS role, 'has powers over the whole server' AS what FROM role WHERE strong
  UNION ALL
  SELECT r.rolname, 'may act as ' || m.rolname FROM role r JOIN pg_auth_members a ON a.member = r.oid JOIN pg_roles m ON m.oid = a.roleid
  UNION ALL
  SELECT r.rolname, 'may enter schema ' || s.nspname FROM role r JOIN schema s ON s.nspname <> r.rolname
    WHERE has_schema_privilege(r.oid, s.oid, 'USAGE') OR has_schema_privilege(r.oid, s.oid, 'CREATE')
  UNION ALL
  SELECT r.rolname, 'may make things in schema public' FROM role r
    WHERE to_regnamespace('public') IS NOT NULL AND has_schema_privilege(r.oid, to_regnamespace('public'), 'CREATE')
  UNION ALL
  SELECT r.rolname, 'may touch ' || s.nspname || '.' || t.relname FROM role r JOIN schema s ON s.nspname <> r.rolname
    JOIN pg_class t ON t.relnamespace = s.oid AND t.relkind IN ('r', 'p', 'v', 'm')
    WHERE has_table_privilege(r.oid, t.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
  ORDER BY 1, 2`;

const REMEDY =
  'Take it away (REVOKE), as infra/postgres makes roles; find out who gave it, and consider what was read as known.';

/** That every service's role reaches its own schema and nothing else. */
export const lookAtGrants = async (client: pg.ClientBase): Promise<readonly Finding[]> => {
  const known = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
    [WITH_SCHEMA],
  );
  const beyond = await client.query<{ role: string; what: string }>(BEYOND, [WITH_SCHEMA]);
  return WITH_SCHEMA.map((role) => {
    const check = `role ${role}`;
    if (!known.rows.some((one) => one.rolname === role))
      return wrong(check, 'is missing', 'Start the system: it makes it.');
    const found = beyond.rows.filter((one) => one.role === role).map((one) => one.what);
    const more = found.length > 3 ? ` and ${found.length - 3} more` : '';
    return found.length === 0
      ? fine(check, 'reaches its own schema alone')
      : wrong(check, `${found.slice(0, 3).join(', ')}${more}`, REMEDY);
  });
};
