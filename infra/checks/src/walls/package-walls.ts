import { house, node, npm, specs, type Wall } from './wall.ts';

const names = '^packages/contracts/src/names(\\.ts$|/)';

/** What each package may import. */
export const packageWalls: readonly Wall[] = [
  {
    name: 'contracts-know-only-zod',
    because:
      'Contracts are read by everyone, so whatever they import everyone imports. Describe the message with zod; behaviour belongs to the service that owns it.',
    from: [house('contracts')],
    but: [specs],
    mayImport: [house('contracts'), npm('zod')],
  },
  {
    name: 'names-know-no-zod',
    because:
      'Processes import the names inside the workflow sandbox, where zod costs up to 2 MB for each cached workflow. Keep names plain constants and take schemas as types.',
    from: [names],
    but: [specs],
    mayImport: [names],
    typesAreFree: true,
  },
  {
    name: 'decider-knows-only-contract-types',
    because:
      'The decider is the shape of a decision: no input, no output, no library. Take types from the contracts; whatever does work belongs to record or service-kit.',
    from: [house('decider')],
    but: [specs],
    mayImport: [house('decider'), house('contracts')],
  },
  {
    name: 'standards-know-only-contract-types',
    because:
      'A rule pack is dated text as code, the same for every forum and every year. Let the caller give it days and facts; it imports nothing but types of the contracts.',
    from: [house('standards')],
    but: [specs],
    mayImport: [house('standards'), house('contracts')],
  },
  {
    name: 'pure-packages-take-types-of-contracts',
    because:
      'Decider, standards and calendar work on plain values. Write `import type`: a schema at run time would bring zod into every pure room, workflow sandbox included.',
    from: ['^packages/(decider|standards|calendar)/'],
    but: [specs],
    to: [house('contracts')],
    mayImport: [names],
    typesAreFree: true,
  },
  {
    name: 'calendar-knows-only-days-and-zones',
    because:
      'The calendar turns days into instants from tables and the zone database alone. The clock is read by whoever asks, never here.',
    from: [house('calendar')],
    but: [specs],
    mayImport: [
      house('calendar'),
      house('contracts'),
      npm('temporal-polyfill'),
      npm('@hyunbinseo/holidays-kr'),
      npm('date-holidays'),
    ],
  },
  {
    name: 'record-knows-only-sql',
    because:
      'The record commits state, events and answer of any service in one transaction, so it may depend on none of them nor on the way messages travel: only pg, uuid, contracts and decider.',
    from: [house('record')],
    but: [specs],
    mayImport: [house('record'), house('contracts'), house('decider'), node, npm('pg'), npm('uuid')],
  },
  {
    name: 'telemetry-knows-nobody',
    because:
      'Spans are made for every room alike, so what makes them knows none of them: only OpenTelemetry. Hand it codes and ids; what they mean is known where they are made.',
    from: [house('telemetry')],
    but: [specs],
    mayImport: [house('telemetry'), node, npm('@opentelemetry/')],
  },
  {
    name: 'service-kit-knows-no-business',
    because:
      'The kit wires record, messaging and decider into a running service; it knows no service, no Prisma and no web server. Give what is special from main.ts.',
    from: [house('service-kit')],
    but: [specs],
    mayImport: [
      house('service-kit'),
      house('contracts'),
      house('decider'),
      house('record'),
      house('messaging'),
      house('telemetry'),
      node,
      npm('pino'),
    ],
  },
];
