import {
  ProposalAppealDecided,
  ProposalAppealed,
  ProposalRestored,
  ProposalSetAside,
} from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { appealProposal } from '../../commands/appeal-proposal.ts';
import { decideProposalAppeal } from '../../commands/decide-proposal-appeal.ts';
import { declineProposal } from '../../commands/decline-proposal.ts';
import { mergeProposals } from '../../commands/merge-proposals.ts';
import { restoreProposal } from '../../commands/restore-proposal.ts';
import { setAsideProposal } from '../../commands/set-aside-proposal.ts';
import { asking, dataOf, NOTHING, type Past, sealed, told } from '../../spec/asking.ts';
import {
  citizen,
  citizenId,
  cycleId,
  forumId,
  ministry,
  official,
  otherForumId,
  proposalIds,
  secretariat,
} from '../../spec/names.ts';
import { merged, received } from '../../spec/past.ts';
import { textRef } from '../response/text.ts';
import { proposal } from './evolve.ts';

const [proposalId, second] = proposalIds;
const about = { forumId, proposalId, cycleId };
const on = proposal.ref(proposalId);
const found = [textRef(sealed('').textId)];
const other = { ...secretariat, id: ministry };
const aside: Past = {
  ...happened(on, ProposalSetAside, { ...about, reasonCode: 'spam' }),
  actor: other,
};
const restored = happened(on, ProposalRestored, about);
const appealed = happened(on, ProposalAppealed, {
  ...{ ...about, contributorId: citizenId, text: sealed('광고가 아닙니다') },
});
const decided = happened(on, ProposalAppealDecided, {
  ...{ ...about, outcome: 'upheld' as const, reason: sealed('그대로') },
});
const facts: readonly Past[] = [received(proposalId), aside];
const setAside = { proposalId, reasonCode: 'spam' };
const appeal = { proposalId, contributorId: citizenId, text: { lang: 'ko', text: '광고가 아닙니다' } };
const decide = { proposalId, outcome: 'restored', reason: { lang: 'ko', text: '맞습니다' } };

describe('a received proposal', () => {
  it('is set aside by a rule of moderation, with all its words hidden', () => {
    const whole = [received(proposalId, { body: sealed('내용') })];
    const decision = asking(setAsideProposal, setAside, { facts: whole, found });
    expect(told(decision)).toEqual(['proposal.set-aside', 'text.narrowed', 'text.narrowed']);
    expect(dataOf(decision)[1]).toMatchObject({ visibility: 'institution', before: 'public' });
  });
  it('is not restored and not appealed for: nothing was set aside', () => {
    const standing = { facts: [received(proposalId)], found };
    expect(told(asking(restoreProposal, { proposalId }, standing))).toEqual(NOTHING);
    expect(told(asking(appealProposal, appeal, { ...standing, actor: citizen }))).toEqual([
      'refused: nothing-set-aside',
    ]);
  });
});

describe('a proposal that was set aside', () => {
  it('is already set aside', () =>
    expect(told(asking(setAsideProposal, setAside, { facts, found }))).toEqual(NOTHING));
  it('goes into nothing and is not declined before it is restored', () => {
    const merge = { intoProposalId: second, proposalIds: [proposalId], reason: appeal.text };
    expect(told(asking(mergeProposals, merge, { facts: [...facts, received(second)] }))).toEqual([
      'refused: proposal-already-set-aside',
    ]);
    const decline = { proposalId, reasonCode: 'other', reason: appeal.text };
    expect(told(asking(declineProposal, decline, { facts }))).toEqual([
      'refused: proposal-already-set-aside',
    ]);
    expect(told(asking(declineProposal, decline, { facts: [...facts, restored] }))).toEqual([
      'proposal.declined',
    ]);
  });
  it('is restored, with its words public again', () => {
    const decision = asking(restoreProposal, { proposalId }, { facts, found });
    expect(told(decision)).toEqual(['proposal.restored', 'text.published']);
    expect(dataOf(decision)[1]).toMatchObject({ visibility: 'public' });
  });
  it('is appealed for by whoever wrote it, once', () => {
    expect(told(asking(appealProposal, appeal, { facts, actor: citizen }))).toEqual(['proposal.appealed']);
    const after = [...facts, appealed];
    expect(told(asking(appealProposal, appeal, { facts: after, actor: citizen }))).toEqual(NOTHING);
    expect(told(asking(appealProposal, appeal, { facts: [...after, decided], actor: citizen }))).toEqual([
      'refused: appeal-already-decided',
    ]);
  });
  it('is unknown to anybody else who would appeal', () => {
    const actor = { ...official, id: ministry };
    expect(told(asking(appealProposal, appeal, { facts, actor }))).toEqual(['refused: unknown-proposal']);
    expect(told(asking(appealProposal, appeal, { actor: citizen }))).toEqual(['refused: unknown-proposal']);
  });
});

describe('a proposal that went somewhere, or belongs to another forum', () => {
  it('is not set aside any more', () => {
    const gone = [received(proposalId), merged(proposalId, second)];
    expect(told(asking(setAsideProposal, setAside, { facts: gone, found }))).toEqual([
      'refused: proposal-already-merged',
    ]);
  });
  it('is unknown elsewhere', () => {
    const elsewhere = [received(proposalId, { forumId: otherForumId })];
    for (const decision of [
      asking(setAsideProposal, setAside, { facts: elsewhere, found }),
      asking(restoreProposal, { proposalId }, { facts: elsewhere, found }),
      asking(decideProposalAppeal, decide, { facts: elsewhere, found }),
    ])
      expect(told(decision)).toEqual(['refused: unknown-proposal']);
  });
});

describe('an appeal for a proposal', () => {
  const standing = { facts: [...facts, appealed], found };
  it('is allowed with a reason: the proposal is open again and its words public', () =>
    expect(told(asking(decideProposalAppeal, decide, standing))).toEqual([
      ...['proposal.appeal-decided', 'proposal.restored', 'text.published'],
    ]));
  it('is upheld with a reason, and nothing else happens', () =>
    expect(told(asking(decideProposalAppeal, { ...decide, outcome: 'upheld' }, standing))).toEqual([
      'proposal.appeal-decided',
    ]));
  it('is never decided by who set it aside', () =>
    expect(told(asking(decideProposalAppeal, decide, { ...standing, actor: other }))).toEqual([
      'refused: appeal-needs-another',
    ]));
  it('is decided once', () => {
    const after = { ...standing, facts: [...standing.facts, decided] };
    expect(told(asking(decideProposalAppeal, { ...decide, outcome: 'upheld' }, after))).toEqual(NOTHING);
    expect(told(asking(decideProposalAppeal, decide, after))).toEqual(['refused: no-open-appeal']);
  });
  it('for what somebody restored meanwhile is decided, and leaves nothing to restore', () => {
    const after = { ...standing, facts: [...standing.facts, restored] };
    expect(told(asking(decideProposalAppeal, decide, after))).toEqual(['proposal.appeal-decided']);
  });
});
