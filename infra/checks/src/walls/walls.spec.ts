import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Breach, breachesOf, rules } from './breaches.ts';
import { probeHouse } from './probe-house.ts';
import { probes } from './probes.ts';

const house = probeHouse(probes);
let breaches: readonly Breach[] = [];

beforeAll(async () => {
  breaches = (await breachesOf(house.top)).breaches;
}, 30_000);
afterAll(() => house[Symbol.dispose]());

const rulesBrokenBy = (file: string): readonly string[] => [
  ...new Set(breaches.filter(({ from }) => from === file).map(({ rule }) => rule)),
];

describe('a wall', () => {
  test.each(rules)('$name says what to do instead', ({ comment }) => {
    expect(comment?.length).toBeGreaterThan(60);
  });

  test.each(rules)('$name has a probe that tries to break it', ({ name }) => {
    expect(probes.filter((probe) => probe.breaks === name)).not.toEqual([]);
  });
});

describe('a file that breaks a wall', () => {
  test.each(probes.filter((probe) => probe.breaks))('$breaks › $file', ({ breaks, file }) => {
    expect(rulesBrokenBy(file)).toEqual([breaks]);
  });
});

describe('a file that keeps to its room', () => {
  test.each(probes.filter((probe) => !probe.breaks))('$file', ({ file }) => {
    expect(rulesBrokenBy(file)).toEqual([]);
  });
});

test('nothing but the probes is found', () => {
  const meant = new Set(probes.map(({ file }) => file));
  expect(breaches.filter(({ from }) => !meant.has(from))).toEqual([]);
});
