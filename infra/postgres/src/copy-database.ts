import { name } from './quote.ts';
import { closeDatabase, demandName } from './service-role.ts';
import { urlOfDatabase } from './urls.ts';
import { withClient } from './with-client.ts';

/** Copies a prepared database, walls included. Nobody may be connected to the one that is copied. */
export const copyDatabase = async (
  adminUrl: string,
  from: string,
  to: string,
  services: readonly string[],
): Promise<void> => {
  demandName(to);
  await withClient(adminUrl, (server) => server.query(`create database ${name(to)} template ${name(from)}`));
  await withClient(urlOfDatabase(adminUrl, to), (admin) => closeDatabase(admin, to, services));
};

/** Drops a database, throwing out who is still connected. */
export const dropDatabase = async (adminUrl: string, database: string): Promise<void> => {
  demandName(database);
  await withClient(adminUrl, (server) =>
    server.query(`drop database if exists ${name(database)} with (force)`),
  );
};
