import { describe, expect, it } from 'vitest';
import { detailsOf, farther, isNews, later, versionOf } from './course.rules.ts';

describe('a process that is told facts', () => {
  it('takes what is newer than the last of its source', () => {
    expect(isNews({ forums: 4 }, { source: 'forums', sequence: 5 })).toBe(true);
    expect(isNews({ forums: 4 }, { source: 'ministries', sequence: 1 })).toBe(true);
  });
  it('drops what it has heard, and what is older', () => {
    expect(isNews({ forums: 4 }, { source: 'forums', sequence: 4 })).toBe(false);
    expect(isNews({ forums: 4 }, { source: 'forums', sequence: 3 })).toBe(false);
  });
  it('knows as far as the farthest it heard', () => {
    expect(farther({ forums: 4, people: 2 }, { forums: 3, ministries: 9 })).toEqual({
      forums: 4,
      ministries: 9,
      people: 2,
    });
  });
  it('names what it heard alike, however it heard it', () => {
    expect(versionOf({ ministries: 2, forums: 1 })).toBe(versionOf({ forums: 1, ministries: 2 }));
    expect(versionOf({})).toBe('at-start');
  });
  it('takes the later of two instants', () => {
    expect(later('', '2026-01-01T00:00:00.000Z')).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('the details of a process', () => {
  const place = {
    stage: 'drafting',
    waitingFor: 'the close of the call',
    awaited: [],
    next: 'close the call',
  };
  it('say what it waits for and until when', () => {
    expect(detailsOf(place, '2026-05-01T14:59:59.999Z')).toBe(
      '**drafting**: waits for the close of the call until 2026-05-01T14:59:59.999Z. Next: close the call.',
    );
  });
  it('say who is awaited', () => {
    expect(detailsOf({ ...place, awaited: ['a', 'b'] }, null)).toMatch(/Awaited: a, b$/);
  });
});
