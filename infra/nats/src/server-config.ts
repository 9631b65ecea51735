import { type User, users } from './walls.ts';

const list = (subjects: readonly string[]): string =>
  `[${subjects.map((one) => JSON.stringify(one)).join(', ')}]`;

const permissions = (user: User): string => {
  if (user.publish === 'anything' || user.subscribe === 'anything') return '';
  const publish =
    user.publish.length > 0 ? `publish: { allow: ${list(user.publish)} }` : 'publish: { deny: [">"] }';
  const replies = user.replies ? ', allow_responses: { max: 1, expires: "2m" }' : '';
  return `, permissions: { ${publish}, subscribe: { allow: ${list(user.subscribe)} }${replies} }`;
};

const account = (name: User['account'], passwords: Readonly<Record<string, string>>): string => {
  const lines = users
    .filter((one) => one.account === name)
    .map(
      (one) =>
        `      { user: ${JSON.stringify(one.user)}, password: ${JSON.stringify(passwords[one.user] ?? '')}${permissions(one)} }`,
    );
  const jetstream = name === 'EVENTS' ? '    jetstream: enabled\n' : '';
  return `  ${name}: {\n${jetstream}    users: [\n${lines.join('\n')}\n    ]\n  }`;
};

/**
 * The accounts with their users and permissions, as a part of a server's configuration.
 * @param passwords by user; a user without one cannot exist
 */
export const accountsConfig = (passwords: Readonly<Record<string, string>>): string => {
  const missing = users.filter((one) => !passwords[one.user]).map((one) => one.user);
  if (missing.length > 0) throw new Error(`no password for the NATS users ${missing.join(', ')}`);
  return `system_account: SYS
accounts {
${(['EVENTS', 'COMMANDS', 'SYS'] as const).map((name) => account(name, passwords)).join('\n')}
}
`;
};

/**
 * The configuration of a nats-server with the walls in it: accounts, users, permissions, and every acknowledged message
 * on disk (`sync_interval: always`).
 * @param passwords by user; a user without one cannot exist
 */
export const serverConfig = (options: {
  /** Left out where the server is told by its command line. */
  readonly storeDir?: string;
  readonly port: number;
  readonly monitorPort?: number;
  readonly host?: string;
  readonly passwords: Readonly<Record<string, string>>;
}): string => {
  const host = options.host ?? '127.0.0.1';
  return `server_name: madang
listen: "${host}:${options.port}"
${options.monitorPort ? `http: "${host}:${options.monitorPort}"\n` : ''}max_payload: 1MB
jetstream {
${options.storeDir ? `  store_dir: ${JSON.stringify(options.storeDir)}\n` : ''}  sync_interval: always
}
${accountsConfig(options.passwords)}`;
};
