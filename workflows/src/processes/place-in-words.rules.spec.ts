import { describe, expect, it } from 'vitest';
import { placeInWords } from './place-in-words.rules.ts';
import { saying } from './sayings.rules.ts';
import { dayInWords, instantInWords, rungInWords } from './words-of-days.rules.ts';

const place = {
  stage: saying('window', { number: 2 }),
  waitingFor: saying('progress-reports'),
  awaited: ['a', 'b'],
  until: '2020-01-31T14:59:59.999Z',
  next: saying('closes-window'),
};

describe('where a process stands, in words', () => {
  it('says what it waits for, until when in the zone of the forum, and what then', () => {
    expect(placeInWords('monitoring', place, 'Asia/Seoul', null).split('  \n')).toEqual([
      '**Monitoring: window 2**',
      'Waits for: progress reports (2 institutions)',
      'Until: Fri, 31 January 2020 at 23:59 (Asia/Seoul)',
      'Then: closes the reporting window',
    ]);
  });
  it('leaves out what there is not, and does not say its name twice', () => {
    const alone = { ...place, stage: saying('drafting'), awaited: [], until: null };
    expect(placeInWords('drafting', alone, 'UTC', null)).toBe(
      '**Drafting**  \nWaits for: progress reports  \nThen: closes the reporting window',
    );
  });
  it('names the last act of people and its time', () => {
    const act = { type: 'forums.ballot.closed.v1', at: '2024-08-27T15:00:00.000Z' };
    expect(placeInWords('approval', place, 'Asia/Seoul', act)).toContain(
      'Last act of people: forums.ballot.closed.v1, Wed, 28 August 2024 at 00:00 (Asia/Seoul)',
    );
  });
  it('says what is no instant as it is', () => {
    expect(instantInWords('', 'UTC')).toBe('');
    expect(dayInWords('soon')).toBe('soon');
    expect(dayInWords('2018-07-16')).toBe('Mon, 16 July 2018');
  });
});

describe('a rung of a ladder, in words', () => {
  it.each([
    ['due-7d', 'reminds 7 days before it is due'],
    ['due-1d', 'reminds 1 day before it is due'],
    ['due', 'says that it is due today'],
    ['silent', 'states in public that there was no answer'],
    ['later', 'climbs to later'],
  ])('%s %s', (rung, words) => {
    expect(rungInWords(rung)).toBe(words);
  });
});
