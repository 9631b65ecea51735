import { createHash } from 'node:crypto';
import { bySubject, type Fact } from './facts.ts';

/** Salted, random or of the machinery: not part of what happened. */
const left = new Set(['textId', 'digest', 'sealedChoice', 'keyIds']);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Labels = (id: string) => string | undefined;

/** Canonical JSON: keys sorted, lists as sets (their order may follow from ids), ids by what they stand for. */
const canonical = (value: unknown, labelOf: Labels): string => {
  if (typeof value === 'string') return JSON.stringify(uuid.test(value) ? (labelOf(value) ?? '?') : value);
  if (Array.isArray(value))
    return `[${value
      .map((one) => canonical(one, labelOf))
      .toSorted()
      .join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([key, of]) => of !== undefined && !left.has(key));
  return `{${pairs
    .map(([key, of]) => `${JSON.stringify(key)}:${canonical(of, labelOf)}`)
    .toSorted()
    .join(',')}}`;
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

export type FactsDigest = {
  readonly digest: string;
  /** One line per aggregate, for a comparison that says what differs. */
  readonly lines: readonly string[];
};

const rounds = 4;

/**
 * A digest of what happened to each aggregate: types, forum times and data in order. Ids that the driver made stand by
 * their names; those that processes made by what happened to them, found in rounds: so runs with other ids compare equal.
 * Steps of the clock are left out.
 */
export const digestOf = (facts: readonly Fact[], driverLabel: Labels): FactsDigest => {
  const subjects = [...bySubject(facts)]
    .filter(([subject]) => !subject.startsWith('forums/clock/'))
    .map(([subject, ofSubject]) => ({
      ofSubject,
      kind: subject.slice(0, subject.lastIndexOf('/')),
      id: subject.slice(subject.lastIndexOf('/') + 1),
    }));
  const told = (ofSubject: readonly Fact[], labelOf: Labels): string =>
    ofSubject.map(({ type, time, data }) => `${type}@${time} ${canonical(data, labelOf)}`).join('\n  ');
  let found = new Map<string, string>();
  const labelOf: Labels = (id) => driverLabel(id) ?? found.get(id);
  for (let round = 0; round < rounds; round += 1)
    found = new Map(
      subjects
        .filter(({ id }) => driverLabel(id) === undefined)
        .map(({ id, kind, ofSubject }) => [id, `${kind}#${hashOf(told(ofSubject, labelOf)).slice(0, 16)}`]),
    );
  const lines = subjects
    .map(({ kind, id, ofSubject }) => `${kind}/${labelOf(id)}\n  ${told(ofSubject, labelOf)}`)
    .toSorted();
  return { digest: hashOf(lines.join('\n')), lines };
};
