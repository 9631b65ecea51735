import { describe, expect, it } from 'vitest';
import { megabytesIn } from './measures.ts';

describe('the memory of a container as Docker says it', () => {
  it.each([
    ['93.1MiB / 7.7GiB', 93.1],
    ['1.5GiB / 7.7GiB', 1536],
    ['512KiB / 7.7GiB', 0.5],
    ['0B / 0B', 0],
  ])('%s', (usage, mega) => expect(megabytesIn(usage)).toBeCloseTo(mega));
});
