export { copyDatabase, dropDatabase } from './copy-database.ts';
export { type Generated, type GenerateOptions, generateClients } from './generate-clients.ts';
export { type OwnDatabases, ownDatabases } from './own-databases.ts';
export { type Prepared, type PrepareOptions, prepareDatabase } from './prepare-database.ts';
export type { DatabaseService } from './service-role.ts';
export { urlOfDatabase, urlOfService } from './urls.ts';
export { withClient } from './with-client.ts';
