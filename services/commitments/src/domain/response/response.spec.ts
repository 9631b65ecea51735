import { CommitmentTextPublished, CommitmentTextWithdrawn } from '@madang/contracts';
import { describe, expect, it } from 'vitest';
import { clusterContributions } from '../../commands/cluster-contributions.ts';
import { draftResponse } from '../../commands/draft-response.ts';
import { releaseResponses } from '../../commands/release-responses.ts';
import { asking, dataOf, NOTHING, refusalFacts, sealed, told } from '../../spec/asking.ts';
import {
  clusterId,
  commitmentIds,
  consultationId,
  contributionIds,
  evidenceId,
  ministry,
  official,
  otherMinistry,
  otherOfficial,
  releaseId,
  responseIds,
} from '../../spec/names.ts';
import {
  answered,
  clusterNamed,
  consultationClosed,
  consultationOpened,
  consultationSealed,
  contributed,
  drafted,
  responseDrafted,
  responsePublished,
  setAside,
  waived,
} from '../../spec/past.ts';
import { contribution } from '../contribution/evolve.ts';
import { textRef } from './text.ts';

const [first, second, third] = contributionIds;
const [responseId, otherResponseId] = responseIds;
const reason = { lang: 'ko', text: '이유' };
const member = (contributionId: string, more: object = {}) => ({
  contributionId,
  consultationId,
  status: 'accepted',
  leadInstitutionId: ministry,
  ...more,
});
const closed = [consultationOpened, consultationClosed];
const sealedAlready = [...closed, consultationSealed];

describe('a cluster', () => {
  const name = { clusterId, consultationId, theme: '데이터', contributionIds: [first, second] };
  const look = [member(first), member(second)];
  it('has explicit members', () => {
    const decision = asking(clusterContributions, name, { facts: closed, look });
    expect(dataOf(decision)).toEqual([expect.objectContaining({ contributionIds: [first, second] })]);
  });
  it('is already so named, in any order, and keeps its members', () => {
    const facts = [...closed, clusterNamed([second, first])];
    expect(told(asking(clusterContributions, name, { facts, look }))).toEqual(NOTHING);
    expect(
      told(asking(clusterContributions, { ...name, contributionIds: [first] }, { facts, look })),
    ).toEqual(['refused: cluster-already-named']);
  });
  it('holds only known contributions of its consultation that were not set aside', () => {
    expect(told(asking(clusterContributions, name, { facts: closed, look: [member(first)] }))).toEqual([
      'refused: unknown-contribution',
    ]);
    const stray = [member(first), member(second, { consultationId: evidenceId })];
    expect(told(asking(clusterContributions, name, { facts: closed, look: stray }))).toEqual([
      'refused: contribution-of-another-consultation',
    ]);
    const aside = [member(first), member(second, { status: 'set-aside' })];
    expect(told(asking(clusterContributions, name, { facts: closed, look: aside }))).toEqual([
      'refused: contribution-already-set-aside',
    ]);
  });
  it('is not named in an unknown or sealed consultation', () => {
    expect(told(asking(clusterContributions, name, { look }))).toEqual(['refused: unknown-consultation']);
    expect(told(asking(clusterContributions, name, { facts: sealedAlready, look }))).toEqual([
      'refused: consultation-already-sealed',
    ]);
  });
});

describe('a reasoned response', () => {
  const draft = { responseId, consultationId, contributionIds: [first], outcome: 'adopted', reason };
  const look = [member(first)];
  const drafting = (more: object = {}, standing: object = {}) =>
    told(asking(draftResponse, { ...draft, ...more }, { facts: closed, look, ...standing }));
  it('needs an outcome and a reason', () => {
    expect(() => drafting({ outcome: undefined })).toThrow();
    expect(() => drafting({ reason: undefined })).toThrow();
    expect(drafting()).toEqual(['response.drafted']);
  });
  it('covers a named cluster with all its members', () => {
    const body = { ...draft, contributionIds: [], clusterId };
    const decision = asking(draftResponse, body, {
      facts: [...closed, clusterNamed([first, second])],
      look: [member(first), member(second)],
    });
    expect(dataOf(decision)[0]).toMatchObject({ clusterId, contributionIds: [first, second] });
  });
  it('covers either contributions or one cluster, and something', () => {
    expect(drafting({ contributionIds: [] })).toEqual(['refused: response-covers-unclear']);
    expect(drafting({ clusterId }, { facts: [...closed, clusterNamed([first])] })).toEqual([
      'refused: response-covers-unclear',
    ]);
    expect(drafting({ contributionIds: [], clusterId })).toEqual(['refused: unknown-cluster']);
  });
  it('is drafted by the ministry that leads what it is about, and by no other', () => {
    expect(drafting({}, { actor: official })).toEqual(['response.drafted']);
    expect(drafting({}, { actor: otherOfficial })).toEqual(['refused: not-your-institution']);
    expect(
      drafting({}, { actor: official, look: [member(first, { leadInstitutionId: otherMinistry })] }),
    ).toEqual(['refused: not-your-institution']);
  });
  it('covers contributions of its consultation only', () => {
    expect(drafting({}, { look: [] })).toEqual(['refused: unknown-contribution']);
    expect(drafting({}, { look: [member(first, { consultationId: evidenceId })] })).toEqual([
      'refused: contribution-of-another-consultation',
    ]);
  });
  it('names changed commitments of its cycle only', () => {
    const changed = { changedCommitmentIds: [commitmentIds[0]] };
    expect(drafting(changed)).toEqual(['refused: unknown-commitment']);
    expect(drafting(changed, { facts: [...closed, drafted(commitmentIds[0])] })).toEqual([
      'response.drafted',
    ]);
  });
  it('is drafted anew until it is released, but not by another ministry', () => {
    const facts = [...closed, { ...responseDrafted(responseId, [first]), actor: official }];
    expect(drafting({ outcome: 'not-adopted' }, { facts })).toEqual(['response.drafted']);
    expect(
      drafting(
        {},
        { facts, actor: otherOfficial, look: [member(first, { leadInstitutionId: otherMinistry })] },
      ),
    ).toEqual(['refused: not-your-institution']);
    expect(drafting({}, { facts: [...facts, responsePublished(responseId, [first])] })).toEqual([
      'refused: response-already-published',
    ]);
  });
  it('is not drafted in an unknown or sealed consultation', () => {
    expect(drafting({}, { facts: [] })).toEqual(['refused: unknown-consultation']);
    expect(drafting({}, { facts: sealedAlready })).toEqual(['refused: consultation-already-sealed']);
  });
});

describe('drafted responses', () => {
  const release = {
    releaseId,
    consultationId,
    responseIds: [responseId, otherResponseId],
    authority: 'secretariat',
  };
  const had = [
    ...closed,
    contributed(first),
    contributed(second),
    contributed(third),
    responseDrafted(responseId, [first, second]),
    responseDrafted(otherResponseId, [third]),
  ];
  const found = [...contributionIds.map(contribution.ref), textRef(sealed('이유').textId)];
  const releasing = (more: readonly object[] = []) =>
    asking(releaseResponses, release, { facts: [...had, ...(more as typeof had)], found });
  it('are published together by one decision, and every member is answered', () =>
    expect(told(releasing())).toEqual([
      'response.published',
      'response.published',
      'contribution.answered',
      'contribution.answered',
      'contribution.answered',
    ]));
  it('publish their reasons with them, if the public could not read them before', () => {
    const reason = { ...sealed('이유'), visibility: 'forum' as const };
    const draftedForForum = (id: string, members: readonly string[]) => {
      const fact = responseDrafted(id, members);
      return { ...fact, data: { ...(fact.data as object), reason } };
    };
    const decision = releasing([draftedForForum(responseId, [first, second])]);
    expect(told(decision).filter((one) => one.startsWith('text.'))).toEqual(['text.published']);
    expect(dataOf(decision)).toContainEqual({ textId: reason.textId, releaseId, visibility: 'public' });
    const published = {
      on: textRef(reason.textId),
      type: CommitmentTextPublished.type,
      data: { visibility: 'public' },
    };
    expect(told(releasing([draftedForForum(responseId, [first, second]), published]))).not.toContain(
      'text.published',
    );
  });
  it('are not released when a reason was withdrawn', () => {
    const withdrawnReason = {
      on: textRef(sealed('이유').textId),
      type: CommitmentTextWithdrawn.type,
      data: {},
    };
    expect(told(releasing([withdrawnReason]))).toEqual(['refused: reason-withdrawn']);
  });
  it('leave out who was set aside or waived meanwhile', () => {
    const decision = releasing([setAside(first), waived(third)]);
    expect(told(decision)).toEqual(['response.published', 'response.published', 'contribution.answered']);
    expect(dataOf(decision)).toEqual([
      expect.objectContaining({ responseId, contributionIds: [second] }),
      expect.objectContaining({ responseId: otherResponseId, contributionIds: [] }),
      expect.objectContaining({ contributionId: second }),
    ]);
  });
  it('are not released when a contribution has its answer already, or would get two', () => {
    const before = releasing([answered(third, evidenceId)]);
    expect(told(before)).toEqual(['refused: contribution-already-answered']);
    expect(refusalFacts(before)).toMatchObject({
      responseId: otherResponseId,
      contributionId: third,
      answeredBy: evidenceId,
    });
    expect(told(releasing([responseDrafted(otherResponseId, [first])]))).toEqual([
      'refused: contribution-already-answered',
    ]);
  });
  it('that are published stay so, and the others are published', () => {
    const one = [
      responsePublished(responseId, [first, second]),
      answered(first, responseId),
      answered(second, responseId),
    ];
    expect(told(releasing(one))).toEqual(['response.published', 'contribution.answered']);
    expect(
      told(
        releasing([...one, responsePublished(otherResponseId, [third]), answered(third, otherResponseId)]),
      ),
    ).toEqual(NOTHING);
  });
  it('are not released when one is unknown, or in a sealed or unknown consultation', () => {
    expect(told(asking(releaseResponses, { ...release, responseIds: [evidenceId] }, { facts: had }))).toEqual(
      ['refused: unknown-response'],
    );
    expect(told(releasing([consultationSealed]))).toEqual(['refused: consultation-already-sealed']);
    expect(told(asking(releaseResponses, release))).toEqual(['refused: unknown-consultation']);
  });
  it('are released in parts when there are too many for one transaction', () => {
    const ids = Array.from(
      { length: 5_001 },
      (_, n) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`,
    );
    const facts = [...closed, ...ids.map((id) => contributed(id)), responseDrafted(responseId, ids)];
    const decision = asking(
      releaseResponses,
      { ...release, responseIds: [responseId] },
      { facts, found: ids.map(contribution.ref) },
    );
    expect(told(decision)).toEqual(['refused: release-too-large']);
  });
});
