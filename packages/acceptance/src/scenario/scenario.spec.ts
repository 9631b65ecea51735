import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawnContributions } from '../rehearsal/drawn-contributions.ts';
import { clustersOf } from '../rehearsal/responses.ts';
import { parseScenario, readScenario } from './read-scenario.ts';
import { shrinkScenario } from './shrink-scenario.ts';

const fileOf = (name: string): string => new URL(`../../scenarios/${name}.yaml`, import.meta.url).pathname;
const korea = readFileSync(fileOf('korea-4th-plan'), 'utf8');
const read = (yaml: string) => parseScenario(yaml, 'a file');
const quiet = () => undefined;

describe('the shipped scenarios', () => {
  it.each(['korea-4th-plan', 'us-proposals', 'mission-failure'])('%s is whole', (name) => {
    expect(readScenario(fileOf(name), quiet).commitments.length).toBeGreaterThan(0);
  });
  it("Korea's fourth plan has 13 commitments, 30 members and 400 contributions", () => {
    const { commitments, seats, contributions } = read(korea);
    const sectors = Object.groupBy(seats.members, ({ sector }) =>
      sector === 'government' ? 'government' : 'others',
    );
    expect([commitments.length, seats.members.length, contributions.count]).toEqual([13, 30, 400]);
    expect([sectors.government?.length, sectors.others?.length]).toEqual([8, 22]);
  });
});

describe('a scenario with a mistake', () => {
  it('is told with the line of what is wrong', () => {
    const broken = korea.replace("opensOn: '2018-01-10'", "opensOn: 'tomorrow'");
    expect(() => read(broken)).toThrow(/a file cannot be rehearsed:\n {2}line \d+, cycle\.opensOn: /);
  });
  it('is told which name leads nowhere', () => {
    expect(() => read(korea.replace('    lead: ACRC', '    lead: NOBODY'))).toThrow(
      'commitments.lead: there is no NOBODY',
    );
  });
  it('is told when it is no YAML', () => {
    expect(() => read('about: [')).toThrow(/a file cannot be rehearsed/);
  });
});

describe('contributions drawn from a seed', () => {
  it('are the same each time', () => {
    expect(drawnContributions(read(korea))).toEqual(drawnContributions(read(korea)));
  });
  it('are each answered through one cluster, waived or set aside', () => {
    const drawn = drawnContributions(read(korea));
    const inClusters = clustersOf(drawn).flatMap(({ members }) => members.map(({ number }) => number));
    expect(new Set(inClusters).size).toBe(inClusters.length);
    expect(inClusters.length + drawn.filter(({ fate }) => fate !== 'answered').length).toBe(400);
  });
});

describe('a smaller scenario', () => {
  it('keeps no proposal that leads to a commitment that is gone', () => {
    const small = shrinkScenario(read(korea), { contributions: 40, commitments: 3 });
    expect(small.proposals?.given.map(({ proposal }) => proposal)).not.toContain('p-data');
    expect(small.commitments).toHaveLength(3);
  });
});
