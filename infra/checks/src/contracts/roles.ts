import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { allCommands, allQueries, type Command, type Query, Role } from '@madang/contracts';
import type { Generator } from '../generate/generated-file.ts';
import { top } from '../top.ts';

type Route = {
  readonly method: string;
  readonly address: string;
  readonly by: readonly string[] | 'anyone' | null;
};
const room = join(top, 'services/portal');

/** Every route of the portal, which prints them itself: nobody looks into a service from outside. */
const routesText = (): string =>
  execFileSync(process.execPath, ['--import', 'tsx', 'src/skeleton/write-routes.ts'], {
    ...{ cwd: room, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
  });

/** The two languages of a page are one line; commands and queries of the API stand in tables of their own. */
const routesShown = (text: string): readonly Route[] =>
  (JSON.parse(text) as readonly Route[])
    .filter(
      (one) => !one.address.startsWith('/en') && !/^\/api\/[a-z]+\/[a-z-]+(\/query)?$/.test(one.address),
    )
    .map((one) => ({ ...one, address: one.address.replace(/^\/ko/, '/{lang}') }));
const routeRow = ({ method, address, by }: Route): string =>
  `| \`${method} ${address}\` | ${Role.options.map((role) => (by === 'anyone' || by?.includes(role) ? '●' : '')).join(' | ')} |`;

const row = ({ type, by }: Command | Query): string =>
  `| \`${type}\` | ${Role.options.map((role) => (by === 'anyone' || by.includes(role) ? '●' : '')).join(' | ')} |`;
const table = (messages: readonly (Command | Query)[]): string =>
  [
    `| message | ${Role.options.join(' | ')} |`,
    `|---|${Role.options.map(() => ':-:').join('|')}|`,
    ...messages.map(row),
  ].join('\n');

/** Who may ask what, as the contracts have it: for whoever reviews a change of rights. */
export const roles: Generator = {
  name: 'roles',
  make: async () => {
    const routes = routesText();
    return [
      { path: 'services/portal/routes.json', text: routes },
      {
        path: 'packages/handbook/roles.md',
        text: `# Who may ask what

Generated from the contracts and from the routes of the portal. Somebody who has not signed in asks as a citizen; \`process\` is the clock, which nobody can sign in as.
A story asks every message and every route as every role, in the forum where it holds and in another, and compares. Beyond roles, a command may be refused because it names an institution or a seat
that is not the asker's.

## Commands

${table(allCommands)}

## Queries

${table(allQueries)}

## Pages and files

One gate stands before every page: it judges by these roles, and whether they hold in the forum of what the address names. What is open to
everybody here may ask a service for something that is not; the service judges then.

| address | ${Role.options.join(' | ')} |
|---|${Role.options.map(() => ':-:').join('|')}|
${routesShown(routes).map(routeRow).join('\n')}
`,
      },
    ];
  },
};
