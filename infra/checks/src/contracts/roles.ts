import { allCommands, allQueries, type Command, type Query, Role } from '@madang/contracts';
import type { Generator } from '../generate/generated-file.ts';

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
  make: async () => [
    {
      path: 'packages/handbook/roles.md',
      text: `# Who may ask what

Generated from the contracts. Somebody who has not signed in asks as a citizen; \`process\` is the clock, which nobody can sign in as.
A story asks every message as every role and compares. Beyond roles, a command may be refused because it names an institution or a seat
that is not the asker's.

## Commands

${table(allCommands)}

## Queries

${table(allQueries)}
`,
    },
  ],
};
