import { ProposalThemed } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { themeProposals } from '../../commands/theme-proposals.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import { callId, cycleId, forumId, otherForumId, proposalIds } from '../../spec/names.ts';
import { merged, received } from '../../spec/past.ts';
import { proposal } from './evolve.ts';

const [first, second] = proposalIds;
const themed = (theme: string | null) =>
  happened(proposal.ref(first), ProposalThemed, { forumId, proposalId: first, cycleId, theme });
const ask = (themes: readonly (readonly [string, string | null])[]) => ({
  cycleId,
  themes: themes.map(([proposalId, theme]) => ({ proposalId, theme })),
});

describe('proposals of a cycle', () => {
  const facts = [received(first), received(second, { theme: '청년' })];
  it('are sorted by theme, many at once', () => {
    const both = ask([
      [first, '데이터'],
      [second, '데이터'],
    ]);
    const decision = asking(themeProposals, both, { facts });
    expect(told(decision)).toEqual(['proposal.themed', 'proposal.themed']);
    expect(dataOf(decision)[0]).toMatchObject({ proposalId: first, theme: '데이터' });
  });
  it('keep a theme that they have, also the one they came with', () => {
    expect(told(asking(themeProposals, ask([[second, '청년']]), { facts }))).toEqual(NOTHING);
    const already = [...facts, themed('데이터')];
    expect(told(asking(themeProposals, ask([[first, '데이터']]), { facts: already }))).toEqual(NOTHING);
  });
  it('lose a theme that is taken off', () => {
    expect(told(asking(themeProposals, ask([[second, null]]), { facts }))).toEqual(['proposal.themed']);
    expect(told(asking(themeProposals, ask([[first, null]]), { facts }))).toEqual(NOTHING);
  });
  it('are sorted wherever they went', () => {
    const gone = [...facts, merged(first, second)];
    expect(told(asking(themeProposals, ask([[first, '데이터']]), { facts: gone }))).toEqual([
      'proposal.themed',
    ]);
  });
  it('get the last of two themes that are asked for', () => {
    const twice = ask([
      [first, '데이터'],
      [first, '청년'],
    ]);
    expect(dataOf(asking(themeProposals, twice, { facts }))).toMatchObject([{ theme: '청년' }]);
  });
});

describe('a proposal of another cycle or forum, or one that nobody knows', () => {
  it('is not sorted, and with it none', () => {
    const body = ask([
      [first, '데이터'],
      [second, '데이터'],
    ]);
    const other = (more: object) => ({ facts: [received(first), received(second, more)] });
    expect(told(asking(themeProposals, body, other({ cycleId: callId })))).toEqual([
      'refused: proposal-of-another-cycle',
    ]);
    expect(told(asking(themeProposals, body, other({ forumId: otherForumId })))).toEqual([
      'refused: unknown-proposal',
    ]);
    expect(told(asking(themeProposals, body))).toEqual(['refused: unknown-proposal']);
  });
});
