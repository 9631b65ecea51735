export { lookAtServers, type ServerLook } from './look-at-servers.ts';
export { lookAtStreams, type StreamLook } from './look-at-streams.ts';
export { makePasswords } from './make-passwords.ts';
export { makeStreams } from './make-streams.ts';
export { rewriteKeys } from './rewrite-keys.ts';
export { accountsConfig, serverConfig } from './server-config.ts';
export { tryUsers, type UserLook } from './try-users.ts';
export { services, type User, users } from './walls.ts';
