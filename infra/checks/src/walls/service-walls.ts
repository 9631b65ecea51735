import { house, npm, specs, type Wall } from './wall.ts';

const handlers = '(commands|reactions|copies|queries|projections)';
const pure = house('(contracts|decider|standards|calendar)');

/** What each room of a service may import. */
export const serviceWalls: readonly Wall[] = [
  {
    name: 'domain-stays-pure',
    because:
      'A domain decides from state and request alone, so that a rule can be read, tested and replayed without an engine. Have the command look things up and give them; times and ids arrive in the request.',
    from: ['^services/([^/]+)/src/domain/'],
    but: [specs],
    mayImport: ['^services/$1/src/domain/', pure],
  },
  {
    name: 'handlers-know-no-engine',
    because:
      'Commands, reactions, copies and queries say what happens, not how rows are stored or messages travel. Declare a port (a type) beside the handler and let an adapter fill it.',
    from: [`^services/([^/]+)/src/${handlers}/`],
    but: [specs],
    mayImport: [`^services/$1/src/(domain/|${handlers}/)`, pure, house('record')],
  },
  {
    name: 'handlers-take-only-types-of-record',
    because:
      'A handler that calls the record opens a second transaction beside the one it already stands in. Write `import type`; the kit calls the record.',
    from: [`^services/([^/]+)/src/${handlers}/`],
    but: [specs],
    to: [house('record')],
    typesAreFree: true,
  },
  {
    name: 'adapters-only-store',
    because:
      'An adapter turns ports into rows. It imports own domain types, Prisma and the record; a door or a message here would be an effect outside the transaction.',
    from: ['^services/([^/]+)/src/adapters/'],
    but: [specs],
    mayImport: [
      `^services/$1/src/(adapters|domain|generated|${handlers})/`,
      '^services/$1/generated/',
      pure,
      house('record'),
      npm('@prisma/'),
      npm('pg'),
      // Keeps its counts as rows, by Prisma.
      npm('rate-limiter-flexible'),
      '^node:|^[a-z_/0-9]+$',
    ],
  },
  {
    name: 'adapters-take-only-types-of-handlers',
    because:
      'An adapter fills the ports that handlers declare and never calls a handler: that would turn the arrows round. Write `import type`.',
    from: ['^services/([^/]+)/src/adapters/'],
    but: [specs],
    to: [`^services/$1/src/${handlers}/`],
    typesAreFree: true,
  },
  {
    name: 'prisma-only-in-adapters',
    because:
      'Prisma is one way to store rows and adapters are the only room that sees it. Declare a port and write the adapter; main.ts joins them.',
    from: ['^(services|workflows|packages|infra)/'],
    but: ['^services/[^/]+/src/adapters/', '^infra/postgres/', '/generated/', specs],
    to: ['/generated/prisma/', npm('@prisma/'), npm('prisma'), npm('\\.prisma')],
  },
  {
    name: 'doors-only-hand-over',
    because:
      'A door parses a message and hands it to a handler. It sees no rows: anything it read by itself would be outside the transaction that decides.',
    from: ['^services/([^/]+)/src/doors/'],
    but: [specs],
    to: ['^(services|workflows|infra)/', '^packages/', npm('pg')],
    mayImport: [
      `^services/$1/src/(doors|pages|${handlers})/`,
      house('(contracts|messaging|service-kit|telemetry|decider|standards|calendar)'),
    ],
  },
  {
    name: 'pages-only-draw',
    because:
      'A page turns a view into markup. What it shows a query has looked up and a door hands over; a page that asked or read by itself could not be looked at without engines.',
    from: ['^services/([^/]+)/src/pages/'],
    but: [specs],
    to: ['^(services|workflows|infra)/', '^packages/', npm('pg'), npm('fastify')],
    mayImport: ['^services/$1/src/(pages|domain|queries)/', pure],
  },
  {
    name: 'subjects-only-at-doors',
    because:
      'Doors are the only room of a service that names subjects. Elsewhere return events or asks; the kit carries them.',
    from: ['^services/([^/]+)/'],
    but: ['^services/[^/]+/src/(doors/|main\\.ts$|service\\.ts$)', specs],
    to: [house('messaging')],
  },
];
