import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import { brokenNames } from './broken-names.ts';
import { expandSeats } from './expand-seats.ts';
import { Scenario } from './scenario.ts';
import { usProposals } from './us-proposals.ts';

const wrong = (file: string, found: readonly string[]): Error =>
  new Error(`${file} cannot be rehearsed:\n${found.map((line) => `  ${line}`).join('\n')}`);

/** Reads a scenario from YAML; a mistake is told with its place in the file. */
export const parseScenario = (yaml: string, file: string): Scenario => {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  if (document.errors.length > 0)
    throw wrong(
      file,
      document.errors.map(({ message }) => message),
    );
  const read = Scenario.safeParse(document.toJS());
  if (!read.success) {
    const placeOf = (path: readonly PropertyKey[]): string => {
      for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true) as
          | { readonly range?: readonly [number, number, number] }
          | undefined;
        if (node?.range) return `line ${lines.linePos(node.range[0]).line}, `;
      }
      return '';
    };
    throw wrong(
      file,
      read.error.issues.map((issue) => `${placeOf(issue.path)}${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const scenario = expandSeats(read.data);
  const broken = brokenNames(scenario);
  if (broken.length > 0) throw wrong(file, broken);
  return scenario;
};

/** Reads a scenario file, with the real proposals it names when they are there. */
export const readScenario = (file: string, say: (line: string) => void): Scenario =>
  usProposals(parseScenario(readFileSync(file, 'utf8'), file), say);
