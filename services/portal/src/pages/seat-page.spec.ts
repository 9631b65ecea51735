import { describe, expect, it } from 'vitest';
import { type SeatDid, type SeatForum, seatPage } from './seat-page.tsx';

const name = (ko: string, en: string) => ({ ko, en });
const seat = { seatId: 'seat', organisation: name('열린시민회', 'Open Citizens'), until: '2027-12-31' };
const other = { seatId: 'other', organisation: name('청년회', 'Youth'), until: '2027-12-31' };
const ballot = (seats: readonly SeatDid[]) => ({
  ...{ id: 'ballot', matter: 'other', closesOn: '2026-08-01', seats },
});
const forum = (more: Partial<SeatForum>): SeatForum => ({
  ...{ id: 'forum', name: name('포럼', 'Forum'), zone: 'Asia/Seoul', seats: [seat], ballots: [] },
  ...{ appeals: undefined, meetings: [], ...more },
});
const drawn = (of: SeatForum, lang: 'ko' | 'en' = 'en') =>
  seatPage({ forums: [of], isDone: false }, lang).replace(/\s+/g, ' ');

describe('the page of a member', () => {
  it.each([
    [null, 'You have not voted yet', '아직 투표하지 않았습니다'],
    ['cast', 'You have voted', '투표했습니다'],
    ['recused', 'You stand aside', '회피했습니다'],
  ] as const)('says of an open ballot what the seat did: %s', (did, en, ko) => {
    const of = forum({ ballots: [ballot([{ ...seat, did }])] });
    expect(drawn(of)).toContain(`${en}</span>`);
    expect(drawn(of, 'ko')).toContain(`${ko}</span>`);
  });
  it('says it for each seat, by whom it speaks for, where somebody holds several', () => {
    const did = [
      { ...seat, did: 'cast' as const },
      { ...other, did: null },
    ];
    const page = drawn(forum({ seats: [seat, other], ballots: [ballot(did)] }));
    expect(page).toContain('Open Citizens: You have voted');
    expect(page).toContain('Youth: You have not voted yet');
  });
  it('says that a seat has no vote where it came after the ballot opened', () => {
    expect(drawn(forum({ ballots: [ballot([])] }))).toContain('You have no vote in it');
  });
});
