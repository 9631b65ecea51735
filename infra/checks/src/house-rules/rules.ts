import type { HouseRule } from './house-rule.ts';

const code = /\.tsx?$/;
const tests = /\.(spec|story|page)\.tsx?$/;
/** These rules name what they forbid. */
const here = /^infra\/checks\/src\/house-rules\//;
const pureRooms = /^(services\/[^/]+\/src\/domain|workflows\/src\/processes)\/.*\.ts$/;

/** The house rules on text, each with its reason. */
export const houseRules: readonly HouseRule[] = [
  {
    name: 'nothing-unfinished',
    because: 'Finish it or open an issue: a note in the code is read by nobody.',
    files: /\.(tsx?|cjs|mjs|sql|prisma|ya?ml|go|sh)$/,
    but: here,
    finds: /\b(TODO|FIXME|XXX)\b|[Nn]ot implemented/,
  },
  {
    name: 'types-are-not-silenced',
    because: 'Say what is known: parse the value, or give the type a case for it.',
    files: code,
    but: here,
    finds: /@ts-(ignore|nocheck)\b/,
  },
  {
    name: 'tests-are-not-left-out',
    because: 'A test runs or is deleted; what needs something beside the house says so in one line.',
    files: tests,
    but: here,
    finds: /\b(test|it|describe)(\.[a-z]+)*\.(skip|only|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/,
  },
  {
    name: 'tests-wait-for-a-condition',
    because:
      'A fixed pause is too short on a busy machine and too long on all others: wait until what you expect is so.',
    files: tests,
    but: here,
    finds: /\bawait\s+(sleep|delay|setTimeout|pause)\(|new Promise\([^)]*\)\s*=>\s*setTimeout\(/,
  },
  {
    name: 'engines-are-not-mocked',
    because:
      'A mock of Prisma, NATS or Temporal proves that the mock works. Use a real engine in an .int.spec.ts.',
    files: tests,
    but: here,
    finds: /\bvi\.(mock|doMock)\(/,
  },
  {
    name: 'faults-are-not-swallowed',
    because:
      'Never catch to ignore: answer, park or rethrow; if ignoring is right, say why inside the braces.',
    files: code,
    but: here,
    finds: /\bcatch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\s*\(\w*\)\s*=>\s*\{\s*\}\s*\)/,
    wholeFile: true,
  },
  {
    name: 'no-classes',
    because:
      'Functions and closures over readonly values; errors are made with Object.assign(new Error(…), …).',
    files: code,
    but: here,
    finds: /^\s*(export\s+)?(abstract\s+)?class\s+\w/,
  },
  {
    name: 'time-and-ids-are-given',
    because:
      'Domains and processes are replayed: the clock and chance arrive in the request, or from an activity.',
    files: pureRooms,
    but: tests,
    finds:
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bperformance\.now\b|\bTemporal\.Now\b/,
  },
  {
    name: 'the-database-tells-no-time',
    because: 'There are two times, the forum’s and the wall’s, and the service writes both.',
    files: /(\/migrations\/.*\.sql|\.prisma)$/,
    finds: /default\s*(\(\s*)?(now\(\)|current_timestamp)|@default\(\s*(now\(\)|dbgenerated\([^)]*now)/i,
  },
  {
    name: 'one-word-for-one-thing',
    because: 'The words of the house: forum, consultation, contribution, reasoned response, obligation.',
    files: /^(packages\/contracts|services\/[^/]+\/src\/domain)\/.*\.ts$/,
    finds: /\b(ticket|user group|userGroup|task type|taskType)s?\b/i,
  },
  {
    name: 'no-machine-but-the-readers',
    because:
      'A path of one machine or a private registry means nothing in a clone: write paths from the top folder.',
    files: /.*/,
    but: /^infra\/checks\/src\/house-rules\/|(^|\/)go\.sum$|\.(png|woff2?|ttf|zip|gz|bin)$/,
    finds: /(^|[\s"'`(=:])\/(home\/(?!node\b)|(Users|root|work|farm)\/)[A-Za-z.]/,
  },
];
