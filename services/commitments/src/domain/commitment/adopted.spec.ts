import { describe, expect, it } from 'vitest';
import { addEvidence } from '../../commands/add-evidence.ts';
import { adoptCommitments } from '../../commands/adopt-commitments.ts';
import { linkCommitment } from '../../commands/link-commitment.ts';
import { reportProgress } from '../../commands/report-progress.ts';
import { withdrawCommitment } from '../../commands/withdraw-commitment.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  commitmentIds,
  cycleId,
  evidenceId,
  milestoneIds,
  ministry,
  official,
  otherForumId,
  otherOfficial,
  plan,
  TODAY,
  theClock,
  windowId,
} from '../../spec/names.ts';
import { adopted, drafted, windowClosed, windowOpened, withdrawn } from '../../spec/past.ts';

const [first, second] = commitmentIds;
const text = { lang: 'ko', text: '말' } as const;
const approved = { ...plan, approvedOn: '2026-03-14' };
const adopt = { cycleId, commitmentIds: [first, second] };
const inPlan = [drafted(first), adopted(first)];

describe('drafts of an approved plan', () => {
  const facts = [drafted(first), drafted(second)];
  it('are adopted together, on the day it is in the forum', () => {
    const decision = asking(adoptCommitments, adopt, { facts, look: approved, actor: theClock });
    expect(told(decision)).toEqual(['commitment.adopted', 'commitment.adopted']);
    expect(dataOf(decision)[0]).toMatchObject({ commitmentId: first, version: 1, on: TODAY });
  });
  it('stay adopted, and only the others are adopted', () => {
    expect(
      told(asking(adoptCommitments, adopt, { facts: [...facts, adopted(first)], look: approved })),
    ).toEqual(['commitment.adopted']);
    expect(
      told(
        asking(adoptCommitments, adopt, {
          facts: [...facts, adopted(first), adopted(second)],
          look: approved,
        }),
      ),
    ).toEqual(NOTHING);
  });
  it('are not adopted with one that was withdrawn or that nobody knows', () => {
    expect(
      told(asking(adoptCommitments, adopt, { facts: [...facts, withdrawn(second)], look: approved })),
    ).toEqual(['refused: commitment-already-withdrawn']);
    expect(told(asking(adoptCommitments, adopt, { facts: [drafted(first)], look: approved }))).toEqual([
      'refused: unknown-commitment',
    ]);
  });
});

describe('drafts of a plan', () => {
  it('are not adopted before forums told that it was approved', () => {
    expect(
      told(asking(adoptCommitments, adopt, { facts: [drafted(first), drafted(second)], look: plan })),
    ).toEqual(['refused: plan-not-approved']);
    expect(told(asking(adoptCommitments, adopt, { facts: [drafted(first)] }))).toEqual([
      'refused: unknown-cycle',
    ]);
  });
});

describe('a commitment', () => {
  const withdraw = { commitmentId: first, reason: text, authority: 'plenary' };
  it('is withdrawn with authority and reason, once', () => {
    expect(told(asking(withdrawCommitment, withdraw, { facts: inPlan }))).toEqual(['commitment.withdrawn']);
    expect(told(asking(withdrawCommitment, withdraw, { facts: [...inPlan, withdrawn(first)] }))).toEqual(
      NOTHING,
    );
    expect(told(asking(withdrawCommitment, withdraw))).toEqual(['refused: unknown-commitment']);
  });
});

describe('a local commitment', () => {
  const link = { commitmentId: first, nationalCommitmentId: second };
  const national = drafted(second, { forumId: otherForumId });
  const linked = { ...drafted(first), type: 'commitments.commitment.linked.v1', data: link };
  it("is linked to one of another forum's plan, once", () => {
    expect(told(asking(linkCommitment, link, { facts: [drafted(first), national] }))).toEqual([
      'commitment.linked',
    ]);
    expect(told(asking(linkCommitment, link, { facts: [drafted(first), linked, national] }))).toEqual(
      NOTHING,
    );
  });
  it('is not linked within its own forum, to a withdrawn one or to one nobody knows', () => {
    expect(told(asking(linkCommitment, link, { facts: [drafted(first), drafted(second)] }))).toEqual([
      'refused: link-within-one-forum',
    ]);
    expect(
      told(asking(linkCommitment, link, { facts: [drafted(first), national, withdrawn(second)] })),
    ).toEqual(['refused: commitment-already-withdrawn']);
    expect(told(asking(linkCommitment, link, { facts: [drafted(first)] }))).toEqual([
      'refused: unknown-commitment',
    ]);
    expect(
      told(asking(linkCommitment, link, { facts: [drafted(first), withdrawn(first), national] })),
    ).toEqual(['refused: commitment-already-withdrawn']);
  });
});

describe('evidence of a milestone', () => {
  const file = { evidenceKind: 'file', sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 10 };
  const add = { evidenceId, commitmentId: first, milestoneId: milestoneIds[0], evidence: file };
  const added = { ...drafted(first), type: 'commitments.commitment.evidence-added.v1', data: { evidenceId } };
  const adding = (standing: object = {}, more: object = {}) =>
    told(
      asking(
        addEvidence,
        { ...add, ...more },
        { facts: inPlan, look: { plan: approved, answersFor: [] }, actor: official, ...standing },
      ),
    );
  it('is a file or a link, added by its lead institution', () => {
    expect(adding()).toEqual(['commitment.evidence-added']);
    expect(adding({}, { evidence: { evidenceKind: 'link', link: 'https://open.go.kr/1' } })).toEqual([
      'commitment.evidence-added',
    ]);
  });
  it('is added once', () => expect(adding({ facts: [...inPlan, added] })).toEqual(NOTHING));
  it('is not added by another ministry that does not answer for its lead, before adoption, to an unknown milestone or in a cycle that is over', () => {
    expect(adding({ actor: otherOfficial })).toEqual(['refused: not-your-institution']);
    expect(adding({ actor: otherOfficial, look: { plan: approved, answersFor: [ministry] } })).toEqual([
      'commitment.evidence-added',
    ]);
    expect(adding({ facts: [drafted(first)] })).toEqual(['refused: commitment-not-adopted']);
    expect(adding({}, { milestoneId: evidenceId })).toEqual(['refused: unknown-milestone']);
    expect(adding({ look: { plan: { ...approved, closedOn: '2028-01-01' }, answersFor: [] } })).toEqual([
      'refused: cycle-already-closed',
    ]);
    expect(adding({ facts: [] })).toEqual(['refused: unknown-commitment']);
  });
  it('is no file above 50 MiB and no link of another kind', () => {
    expect(() => adding({}, { evidence: { ...file, bytes: 50 * 1024 * 1024 + 1 } })).toThrow();
    expect(() => adding({}, { evidence: { evidenceKind: 'link', link: 'javascript:alert(1)' } })).toThrow();
  });
});

describe('an open reporting window', () => {
  const report = {
    windowId,
    commitmentId: first,
    milestoneId: milestoneIds[0],
    completion: 'substantial',
    progress: text,
  };
  const reporting = (more: object = {}, standing: object = {}) =>
    told(
      asking(
        reportProgress,
        { ...report, ...more },
        {
          facts: [...inPlan, windowOpened],
          look: { plan: approved, answersFor: [] },
          actor: official,
          ...standing,
        },
      ),
    );
  it("takes the report of a milestone's lead institution or the secretariat", () => {
    expect(reporting()).toEqual(['commitment.progress-reported']);
    expect(reporting({}, { actor: undefined })).toEqual(['commitment.progress-reported']);
  });
  it('takes none from another ministry, but from one that the lead has delegated its duty to', () => {
    expect(reporting({}, { actor: otherOfficial })).toEqual(['refused: not-your-institution']);
    const look = { plan: approved, answersFor: [ministry] };
    expect(reporting({}, { actor: otherOfficial, look })).toEqual(['commitment.progress-reported']);
  });
  it('asks for the challenges when a milestone is not started or limited', () => {
    for (const completion of ['not-started', 'limited']) {
      expect(reporting({ completion })).toEqual(['refused: challenges-missing']);
      expect(reporting({ completion, challenges: text })).toEqual(['commitment.progress-reported']);
    }
    for (const completion of ['no-evidence-available', 'substantial', 'complete'])
      expect(reporting({ completion })).toEqual(['commitment.progress-reported']);
  });
  it('takes no report after its closing day, nor once closed', () => {
    expect(reporting({}, { now: AFTERWARDS })).toEqual(['refused: reporting-window-already-closed']);
    expect(reporting({}, { facts: [...inPlan, windowOpened, windowClosed] })).toEqual([
      'refused: reporting-window-already-closed',
    ]);
  });
  it('takes no report on a draft, an unknown milestone or commitment', () => {
    expect(reporting({}, { facts: [drafted(first), windowOpened] })).toEqual([
      'refused: commitment-not-adopted',
    ]);
    expect(reporting({ milestoneId: evidenceId })).toEqual(['refused: unknown-milestone']);
    expect(reporting({}, { facts: [windowOpened] })).toEqual(['refused: unknown-commitment']);
    expect(reporting({}, { facts: inPlan })).toEqual(['refused: unknown-reporting-window']);
  });
});
