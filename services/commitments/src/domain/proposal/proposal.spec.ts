import { describe, expect, it } from 'vitest';
import { declineProposal } from '../../commands/decline-proposal.ts';
import { mergeProposals } from '../../commands/merge-proposals.ts';
import { receiveProposal } from '../../commands/receive-proposal.ts';
import { splitProposal } from '../../commands/split-proposal.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  callId,
  citizen,
  citizenId,
  commitmentIds,
  cycleId,
  ministry,
  official,
  proposalIds,
  TODAY,
} from '../../spec/names.ts';
import { becamePart, callClosed, callOpened, declined, merged, received, split } from '../../spec/past.ts';

const [first, second, third, fourth] = proposalIds;
const reason = { lang: 'ko', text: '이유' };
const handIn = {
  proposalId: first,
  callId,
  cycleId,
  channel: 'online',
  contributorId: citizenId,
  contributorKind: 'person',
  receivedOn: TODAY,
  title: { lang: 'ko', text: '제안' },
};
const merge = { intoProposalId: first, proposalIds: [second, third], reason };
const parts = [
  { proposalId: third, title: { lang: 'ko', text: '하나' } },
  { proposalId: fourth, title: { lang: 'ko', text: '둘' } },
];
const decline = { proposalId: first, reasonCode: 'duplicate', reason };

describe('an open call', () => {
  const facts = [callOpened];
  it('receives a proposal', () =>
    expect(told(asking(receiveProposal, handIn, { facts, actor: citizen }))).toEqual(['proposal.received']));
  it('receives the same one once', () =>
    expect(
      told(asking(receiveProposal, handIn, { facts: [...facts, received(first)], actor: citizen })),
    ).toEqual(NOTHING));
  it('refuses another one under the same id', () => {
    const other = { ...handIn, title: { lang: 'ko', text: '다른 제안' } };
    expect(
      told(asking(receiveProposal, other, { facts: [...facts, received(first)], actor: citizen })),
    ).toEqual(['refused: proposal-already-received']);
  });
  it('refuses one after its closing day, even before it was closed', () =>
    expect(told(asking(receiveProposal, handIn, { facts, actor: citizen, now: AFTERWARDS }))).toEqual([
      'refused: call-already-closed',
    ]));
  it('refuses one in the name of somebody else, on line', () =>
    expect(
      told(asking(receiveProposal, { ...handIn, contributorId: ministry }, { facts, actor: citizen })),
    ).toEqual(['refused: contributor-is-somebody-else']));
  it('takes what came on paper from officials only, in the name of who wrote it', () => {
    const paper = { ...handIn, channel: 'paper', contributorId: ministry };
    expect(told(asking(receiveProposal, paper, { facts, actor: citizen }))).toEqual([
      'refused: channel-recorded-by-officials',
    ]);
    expect(told(asking(receiveProposal, paper, { facts, actor: official }))).toEqual(['proposal.received']);
  });
  it('refuses a day of receipt that has not come', () =>
    expect(
      told(asking(receiveProposal, { ...handIn, receivedOn: '2026-03-16' }, { facts, actor: citizen })),
    ).toEqual(['refused: received-in-the-future']));
});

describe('no call, or a closed one', () => {
  it('receives nothing', () => {
    expect(told(asking(receiveProposal, handIn, { actor: citizen }))).toEqual(['refused: unknown-call']);
    expect(
      told(asking(receiveProposal, handIn, { facts: [callOpened, callClosed], actor: citizen })),
    ).toEqual(['refused: call-already-closed']);
  });
});

describe('a received proposal', () => {
  const facts = [received(first), received(second), received(third)];
  it('takes others in, and each of them knows where it went', () => {
    const decision = asking(mergeProposals, merge, { facts });
    expect(told(decision)).toEqual(['proposal.merged', 'proposal.merged', 'proposal.taken-in']);
    expect(dataOf(decision).at(-1)).toMatchObject({ proposalId: first, proposalIds: [second, third] });
  });
  it('does not go into itself', () =>
    expect(told(asking(mergeProposals, { ...merge, proposalIds: [first] }, { facts }))).toEqual([
      'refused: proposal-into-itself',
    ]));
  it('does not take in one of another cycle', () =>
    expect(
      told(
        asking(mergeProposals, merge, { facts: [received(first), received(second, { cycleId: callId })] }),
      ),
    ).toEqual(['refused: proposal-of-another-cycle']));
  it('is split into parts that keep their lineage', () => {
    const decision = asking(
      splitProposal,
      { proposalId: first, parts, reason },
      { facts: [received(first)] },
    );
    expect(told(decision)).toEqual(['proposal.split', 'proposal.part-made', 'proposal.part-made']);
    expect(dataOf(decision)[1]).toMatchObject({
      proposalId: third,
      fromProposalId: first,
      contributorId: citizenId,
    });
  });
  it('is not split into parts with ids that are taken or named twice', () => {
    expect(told(asking(splitProposal, { proposalId: first, parts, reason }, { facts }))).toEqual([
      'refused: part-id-taken',
    ]);
    const twice = { proposalId: first, parts: [parts[0], parts[0]], reason };
    expect(told(asking(splitProposal, twice, { facts: [received(first)] }))).toEqual([
      'refused: part-id-taken',
    ]);
  });
  it('is declined with a reason', () =>
    expect(told(asking(declineProposal, decline, { facts }))).toEqual(['proposal.declined']));
});

describe('a merged proposal', () => {
  const facts = [received(first), received(second), received(third), merged(second, first)];
  it('is already in the one it went into', () => {
    expect(told(asking(mergeProposals, { ...merge, proposalIds: [second] }, { facts }))).toEqual(NOTHING);
    expect(told(asking(mergeProposals, merge, { facts }))).toEqual(['proposal.merged', 'proposal.taken-in']);
  });
  it('goes nowhere else, is not split and not declined', () => {
    const elsewhere = { intoProposalId: third, proposalIds: [second], reason };
    expect(told(asking(mergeProposals, elsewhere, { facts }))).toEqual(['refused: proposal-already-merged']);
    expect(
      told(asking(mergeProposals, { intoProposalId: second, proposalIds: [third], reason }, { facts })),
    ).toEqual(['refused: proposal-already-merged']);
    expect(told(asking(splitProposal, { proposalId: second, parts, reason }, { facts }))).toEqual([
      'refused: proposal-already-merged',
    ]);
    expect(told(asking(declineProposal, { ...decline, proposalId: second }, { facts }))).toEqual([
      'refused: proposal-already-merged',
    ]);
  });
});

describe('a split, declined or used proposal', () => {
  it('is already split', () => {
    const facts = [received(first), split(first), received(third), received(fourth)];
    expect(told(asking(splitProposal, { proposalId: first, parts, reason }, { facts }))).toEqual(NOTHING);
  });
  it('is already declined', () =>
    expect(told(asking(declineProposal, decline, { facts: [received(first), declined(first)] }))).toEqual(
      NOTHING,
    ));
  it('is not declined once it is part of a commitment', () => {
    const facts = [received(first), becamePart(first, commitmentIds[0])];
    expect(told(asking(declineProposal, decline, { facts }))).toEqual(['refused: proposal-already-part-of']);
  });
});

describe('an unknown proposal', () => {
  it('is not merged, split or declined', () => {
    expect(told(asking(mergeProposals, merge))).toEqual(['refused: unknown-proposal']);
    expect(told(asking(mergeProposals, merge, { facts: [received(first)] }))).toEqual([
      'refused: unknown-proposal',
    ]);
    expect(told(asking(splitProposal, { proposalId: first, parts, reason }))).toEqual([
      'refused: unknown-proposal',
    ]);
    expect(told(asking(declineProposal, decline))).toEqual(['refused: unknown-proposal']);
  });
});
