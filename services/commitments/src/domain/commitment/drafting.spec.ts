import { describe, expect, it } from 'vitest';
import { amendCommitment } from '../../commands/amend-commitment.ts';
import { draftCommitment } from '../../commands/draft-commitment.ts';
import { reviseCommitment } from '../../commands/revise-commitment.ts';
import { asking, dataOf, refusalFacts, told } from '../../spec/asking.ts';
import {
  callId,
  commitmentIds,
  cycleId,
  milestoneIds,
  official,
  otherForumId,
  otherMinistry,
  otherOfficial,
  plan,
  proposalIds,
  secretariat,
} from '../../spec/names.ts';
import { adopted, becamePart, declined, drafted, received, template, withdrawn } from '../../spec/past.ts';

const [commitmentId] = commitmentIds;
const [proposalId] = proposalIds;
const look = { plan, others: 0, numberHeldBy: undefined };
const draft = (more: object = {}, fromProposals: readonly string[] = []) => ({
  cycleId,
  commitmentId,
  draft: { ...template, ...more },
  fromProposals,
});
const drafting = (more: object = {}, standing: object = {}) =>
  told(asking(draftCommitment, draft(more), { look, actor: official, ...standing }));

describe('a draft commitment in the OGP template', () => {
  it('is written by its lead institution or the secretariat', () => {
    expect(drafting()).toEqual(['commitment.drafted']);
    expect(drafting({}, { actor: secretariat })).toEqual(['commitment.drafted']);
  });
  it('is not written by another ministry', () =>
    expect(drafting({}, { actor: otherOfficial })).toEqual(['refused: not-your-institution']));
  it('is written once under its id', () =>
    expect(drafting({}, { facts: [drafted(commitmentId)] })).toEqual([
      'refused: commitment-already-drafted',
    ]));
  it('needs transparency, participation or accountability; technology and inclusion come in addition', () => {
    expect(drafting({ values: ['technology', 'inclusion'] })).toEqual(['refused: ogp-value-missing']);
    expect(drafting({ values: ['technology', 'accountability'] })).toEqual(['commitment.drafted']);
  });
  it('needs a milestone, each with its due date and lead', () => {
    expect(() => drafting({ milestones: [] })).toThrow();
    expect(() =>
      drafting({ milestones: [{ milestoneId: milestoneIds[0], name: template.title }] }),
    ).toThrow();
  });
  it("keeps its milestones' due dates within the plan, the first and last day included", () => {
    const due = (dueOn: string) => drafting({ milestones: [{ ...template.milestones[0], dueOn }] });
    expect(due('2027-12-31')).toEqual(['commitment.drafted']);
    expect(due('2026-01-01')).toEqual(['commitment.drafted']);
    expect(due('2028-01-01')).toEqual(['refused: milestone-due-outside-plan']);
    expect(due('2025-12-31')).toEqual(['refused: milestone-due-outside-plan']);
  });
  it('says which milestone is due too late and what the plan allows', () => {
    const late = draft({ milestones: [{ ...template.milestones[0], dueOn: '2028-01-01' }] });
    expect(refusalFacts(asking(draftCommitment, late, { look, actor: official }))).toEqual({
      from: '2026-01-01',
      until: '2027-12-31',
      milestoneId: milestoneIds[0],
      dueOn: '2028-01-01',
    });
  });
  it('names each milestone once', () =>
    expect(drafting({ milestones: [template.milestones[0], template.milestones[0]] })).toEqual([
      'refused: milestone-named-twice',
    ]));
  it('has a period within the plan', () => {
    expect(drafting({ periodUntil: '2028-01-01' })).toEqual(['refused: period-outside-plan']);
    expect(drafting({ periodFrom: '2025-12-31' })).toEqual(['refused: period-outside-plan']);
    expect(drafting({ periodFrom: '2027-02-01', periodUntil: '2027-01-31' })).toEqual([
      'refused: period-outside-plan',
    ]);
  });
  it('has a number of its own', () =>
    expect(drafting({}, { look: { ...look, numberHeldBy: commitmentIds[1] } })).toEqual([
      'refused: number-already-taken',
    ]));
  it('belongs to a cycle of its forum that is not over and not approved', () => {
    expect(drafting({}, { look: { ...look, plan: undefined } })).toEqual(['refused: unknown-cycle']);
    expect(drafting({}, { look: { ...look, plan: { ...plan, forumId: otherForumId } } })).toEqual([
      'refused: unknown-cycle',
    ]);
    expect(drafting({}, { look: { ...look, plan: { ...plan, closedOn: '2028-01-01' } } })).toEqual([
      'refused: cycle-already-closed',
    ]);
    expect(drafting({}, { look: { ...look, plan: { ...plan, approvedOn: '2026-06-01' } } })).toEqual([
      'refused: plan-already-approved',
    ]);
  });
});

describe('more commitments than advised', () => {
  const warnings = (rulePack: string, others: number) =>
    dataOf(
      asking(draftCommitment, draft(), {
        look: { ...look, others, plan: { ...plan, rulePack } },
        actor: official,
      }),
    )[0];
  it('is a warning in the fact, never a refusal: 15 in a national plan, 5 in a local one', () => {
    expect(warnings('ogp-2022', 14)).toMatchObject({ warnings: [] });
    expect(warnings('ogp-2022', 15)).toMatchObject({ warnings: ['more-than-advised'] });
    expect(warnings('ogp-local', 4)).toMatchObject({ warnings: [] });
    expect(warnings('ogp-local', 5)).toMatchObject({ warnings: ['more-than-advised'] });
  });
});

describe('proposals that a commitment comes from', () => {
  const from = draft({}, [proposalId, proposalId]);
  it('become part of it, each once', () => {
    const decision = asking(draftCommitment, from, { look, facts: [received(proposalId)] });
    expect(told(decision)).toEqual(['commitment.drafted', 'proposal.became-part']);
    expect(dataOf(decision)[0]).toMatchObject({ fromProposals: [proposalId] });
  });
  it('are of the same cycle and not declined', () => {
    expect(told(asking(draftCommitment, from, { look }))).toEqual(['refused: unknown-proposal']);
    expect(
      told(asking(draftCommitment, from, { look, facts: [received(proposalId, { cycleId: callId })] })),
    ).toEqual(['refused: unknown-proposal']);
    expect(
      told(asking(draftCommitment, from, { look, facts: [received(proposalId), declined(proposalId)] })),
    ).toEqual(['refused: proposal-already-declined']);
  });
});

describe('a draft', () => {
  const facts = [drafted(commitmentId)];
  const revise = { commitmentId, draft: { ...template, number: 2 } };
  it('gets a new version from its lead institution', () => {
    const decision = asking(reviseCommitment, revise, { look, facts, actor: official });
    expect(told(decision)).toEqual(['commitment.revised']);
    expect(dataOf(decision)[0]).toMatchObject({ version: 2, draft: { number: 2 } });
  });
  it('is not rewritten or taken over by another ministry, nor given away by its own', () => {
    expect(told(asking(reviseCommitment, revise, { look, facts, actor: otherOfficial }))).toEqual([
      'refused: not-your-institution',
    ]);
    const taken = { commitmentId, draft: { ...template, leadInstitutionId: otherMinistry } };
    expect(told(asking(reviseCommitment, taken, { look, facts, actor: otherOfficial }))).toEqual([
      'refused: not-your-institution',
    ]);
    expect(told(asking(reviseCommitment, taken, { look, facts, actor: official }))).toEqual([
      'refused: not-your-institution',
    ]);
    expect(told(asking(reviseCommitment, taken, { look, facts }))).toEqual(['commitment.revised']);
  });
  it('takes further proposals in with a version, each once', () => {
    const body = { ...revise, fromProposals: [proposalId, proposalId] };
    const decision = asking(reviseCommitment, body, { look, facts: [...facts, received(proposalId)] });
    expect(told(decision)).toEqual(['commitment.revised', 'proposal.became-part']);
    expect(dataOf(decision)[0]).toMatchObject({ fromProposals: [proposalId] });
    const already = [...facts, received(proposalId), becamePart(proposalId, commitmentId)];
    expect(told(asking(reviseCommitment, body, { look, facts: already }))).toEqual(['commitment.revised']);
    const refused = [...facts, received(proposalId), declined(proposalId)];
    expect(told(asking(reviseCommitment, body, { look, facts: refused }))).toEqual([
      'refused: proposal-already-declined',
    ]);
  });
  it('is not written over by somebody who has not seen its latest version', () => {
    const seen = (onVersion: number) =>
      told(asking(reviseCommitment, { ...revise, onVersion }, { look, facts }));
    expect(seen(1)).toEqual(['commitment.revised']);
    expect(seen(2)).toEqual(['refused: commitment-revised-meanwhile']);
  });
  it('keeps to the template in every version', () =>
    expect(
      told(
        asking(
          reviseCommitment,
          { commitmentId, draft: { ...template, values: ['inclusion'] } },
          { look, facts },
        ),
      ),
    ).toEqual(['refused: ogp-value-missing']));
  it('is not amended before it is adopted', () =>
    expect(
      told(
        asking(
          amendCommitment,
          { ...revise, authority: 'plenary', reason: template.problem },
          { look, facts },
        ),
      ),
    ).toEqual(['refused: commitment-not-adopted']));
});

describe('an adopted commitment', () => {
  const facts = [drafted(commitmentId), adopted(commitmentId)];
  const amend = {
    commitmentId,
    draft: template,
    authority: 'plenary',
    reason: { lang: 'ko', text: '이유' },
    letter: { number: '혁신-1', date: '2026-08-01' },
  };
  it('is amended with authority and reason', () => {
    const decision = asking(amendCommitment, amend, { look, facts });
    expect(told(decision)).toEqual(['commitment.amended']);
    expect(dataOf(decision)[0]).toMatchObject({
      version: 2,
      authority: 'plenary',
      letter: { number: '혁신-1' },
    });
  });
  it('is not revised any more', () =>
    expect(told(asking(reviseCommitment, { commitmentId, draft: template }, { look, facts }))).toEqual([
      'refused: commitment-already-adopted',
    ]));
  it('is not amended once withdrawn', () =>
    expect(
      told(asking(amendCommitment, amend, { look, facts: [...facts, withdrawn(commitmentId)] })),
    ).toEqual(['refused: commitment-already-withdrawn']));
  it('that nobody knows is neither revised nor amended', () => {
    expect(told(asking(amendCommitment, amend, { look }))).toEqual(['refused: unknown-commitment']);
    expect(told(asking(reviseCommitment, { commitmentId, draft: template }, { look }))).toEqual([
      'refused: unknown-commitment',
    ]);
  });
  it('belongs to one forum only', () =>
    expect(
      told(
        asking(amendCommitment, amend, {
          look,
          facts: [drafted(commitmentId, { forumId: otherForumId }), adopted(commitmentId)],
        }),
      ),
    ).toEqual(['refused: unknown-commitment']));
});
