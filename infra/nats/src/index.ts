export { lookAtStreams, type StreamLook } from './look-at-streams.ts';
export { makePasswords } from './make-passwords.ts';
export { makeStreams } from './make-streams.ts';
export { accountsConfig, serverConfig } from './server-config.ts';
export { services, type User, users } from './walls.ts';
