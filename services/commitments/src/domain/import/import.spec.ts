import { ImportChunkStaged, ImportCommitted, ImportDiscarded, ImportGrew } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { commitImport } from '../../commands/commit-import.ts';
import { discardImport } from '../../commands/discard-import.ts';
import { stageContributions } from '../../commands/stage-contributions.ts';
import { stageProposals } from '../../commands/stage-proposals.ts';
import { asking, dataOf, NOTHING, refusalFacts, sealed, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  callId,
  citizenId,
  commitmentIds,
  consultationId,
  contributionIds,
  forumId,
  releaseId as importId,
  clusterId as otherChunkId,
  proposalIds,
  responseIds,
  TODAY,
} from '../../spec/names.ts';
import {
  callOpened,
  consultationClosed,
  consultationOpened,
  consultationSealed,
  contributed,
} from '../../spec/past.ts';
import { consultation } from '../consultation/evolve.ts';
import { contribution } from '../contribution/evolve.ts';
import { importChunk, imported } from './evolve.ts';

const [chunkId] = responseIds;
const handedIn = { contributorId: citizenId, contributorKind: 'person', channel: 'paper', receivedOn: TODAY };
const row = (contributionId: string, more: object = {}) => ({
  ...{
    ...handedIn,
    contributionId,
    commitmentId: commitmentIds[0],
    text: { lang: 'ko', text: '의견' },
    ...more,
  },
});
const stage = { importId, chunkId, chunk: 1, consultationId, rows: [row(contributionIds[0])] };
const about = { forumId, importId, importKind: 'contributions', ofId: consultationId } as const;
const grew = (of: string, rows: number) =>
  happened(imported.ref(importId), ImportGrew, { ...about, chunkId: of, chunk: 1, rows });
const stagedRow = {
  ...{ contributionId: contributionIds[0], commitmentId: commitmentIds[0] },
  ...({ contributorId: citizenId, contributorKind: 'person', channel: 'paper', receivedOn: TODAY } as const),
  text: { ...sealed('의견'), visibility: 'institution' as const },
};
const chunk = happened(importChunk.ref(chunkId), ImportChunkStaged, {
  ...{ ...about, chunkId, chunk: 1, contributions: [stagedRow], proposals: [] },
});
const staged = [consultationOpened, grew(chunkId, 1), chunk];
const commit = { importId, chunkIds: [chunkId], rows: 1 };
const found = [consultation.ref(consultationId), contribution.ref(contributionIds[0])];

describe('an import of contributions', () => {
  it('is staged in parts, and nothing counts yet', () => {
    expect(told(asking(stageContributions, stage, { facts: [consultationOpened] }))).toEqual([
      'import.grew',
      'import-chunk.staged',
    ]);
  });
  it('takes what was received in time even after the closing day, until the consultation is sealed', () => {
    const facts = [consultationOpened, consultationClosed];
    expect(told(asking(stageContributions, stage, { facts, now: AFTERWARDS }))).toContain('import.grew');
    const late = { ...stage, rows: [row(contributionIds[0], { receivedOn: '2026-04-02' })] };
    expect(refusalFacts(asking(stageContributions, late, { facts, now: AFTERWARDS }))).toEqual({
      ...{ count: 1, rows: '1 received-after-closing' },
    });
    expect(told(asking(stageContributions, stage, { facts: [...facts, consultationSealed] }))).toEqual([
      'refused: consultation-already-sealed',
    ]);
  });
  it('names the rows that do not fit, and stages none of the part', () => {
    const rows = [
      row(contributionIds[0]),
      row(contributionIds[1], { commitmentId: citizenId }),
      row(contributionIds[0]),
      row(contributionIds[2], { receivedOn: '2027-01-01' }),
      row(contributionIds[3]),
    ];
    const facts = [consultationOpened, contributed(contributionIds[3])];
    const decision = asking(stageContributions, { ...stage, rows }, { facts });
    expect(told(decision)).toEqual(['refused: rows-do-not-fit']);
    expect(refusalFacts(decision)).toEqual({
      count: 4,
      rows: '2 commitment-not-consulted-on, 3 named-twice, 4 received-in-the-future, 5 contribution-already-accepted',
    });
  });
  it('has staged this part already', () => {
    expect(told(asking(stageContributions, stage, { facts: staged }))).toEqual(NOTHING);
  });
  it('is for one consultation, and ends when it was decided upon', () => {
    const other = { importId, chunkId, chunk: 1, callId, rows: [proposalRow] };
    expect(told(asking(stageProposals, other, { facts: [callOpened, ...staged] }))).toEqual([
      'refused: import-of-something-else',
    ]);
    const done = happened(imported.ref(importId), ImportCommitted, { ...about, rows: 1 });
    const more = { ...stage, chunkId: otherChunkId };
    expect(told(asking(stageContributions, more, { facts: [...staged, done] }))).toEqual([
      'refused: import-already-committed',
    ]);
  });

  it('is committed whole: every row accepted, its words public', () => {
    const decision = asking(commitImport, commit, { facts: staged, found });
    expect(told(decision)).toEqual(['import.committed', 'contribution.accepted', 'text.published']);
    expect(dataOf(decision)[1]).toMatchObject({
      ...{ forumId, contributionId: contributionIds[0], consultationId, text: { visibility: 'public' } },
    });
  });
  it('is not committed when it is not what was looked at', () => {
    expect(told(asking(commitImport, { ...commit, rows: 2 }, { facts: staged, found }))).toEqual([
      'refused: import-changed-meanwhile',
    ]);
    const grown = [...staged, grew(otherChunkId, 3)];
    expect(told(asking(commitImport, { ...commit, rows: 4 }, { facts: grown, found }))).toEqual([
      'refused: import-changed-meanwhile',
    ]);
  });
  it('is not committed when a row was accepted meanwhile, or the consultation sealed', () => {
    const facts = [...staged, contributed(contributionIds[0])];
    expect(told(asking(commitImport, commit, { facts, found }))).toEqual(['refused: import-row-taken']);
    const sealedOne = [...staged, consultationClosed, consultationSealed];
    expect(told(asking(commitImport, commit, { facts: sealedOne, found }))).toEqual([
      'refused: consultation-already-sealed',
    ]);
  });
  it('is committed once, and then not discarded', () => {
    const facts = [...staged, happened(imported.ref(importId), ImportCommitted, { ...about, rows: 1 })];
    expect(told(asking(commitImport, commit, { facts, found }))).toEqual(NOTHING);
    expect(told(asking(discardImport, commit2, { facts }))).toEqual(['refused: import-already-committed']);
  });

  it('is discarded with the keys of its texts', () => {
    const decision = asking(discardImport, commit2, { facts: staged });
    expect(told(decision)).toEqual(['import.discarded', 'import-chunk.erased']);
    expect(dataOf(decision)[1]).toMatchObject({ keyIds: [stagedRow.text.textId] });
  });
  it('is discarded once, whole, and then not committed', () => {
    const facts = [...staged, happened(imported.ref(importId), ImportDiscarded, { ...about, rows: 1 })];
    expect(told(asking(discardImport, commit2, { facts }))).toEqual(NOTHING);
    expect(told(asking(commitImport, commit, { facts, found }))).toEqual([
      'refused: import-already-discarded',
    ]);
    const part = [...staged, grew(otherChunkId, 3)];
    expect(told(asking(discardImport, commit2, { facts: part }))).toEqual([
      'refused: import-changed-meanwhile',
    ]);
  });
  it('is unknown where nothing was staged', () => {
    expect(told(asking(commitImport, commit))).toEqual(['refused: unknown-import']);
    expect(told(asking(discardImport, commit2))).toEqual(['refused: unknown-import']);
  });
});
const commit2 = { importId, chunkIds: [chunkId] };
const proposalRow = { ...handedIn, proposalId: proposalIds[0], title: { lang: 'ko', text: '제안' } };

describe('an import of proposals', () => {
  const stageOf = { importId, chunkId, chunk: 1, callId, rows: [proposalRow] };
  it('is staged and committed like one of contributions', () => {
    const decision = asking(stageProposals, stageOf, { facts: [callOpened] });
    expect(told(decision)).toEqual(['import.grew', 'import-chunk.staged']);
    expect(dataOf(decision)[1]).toMatchObject({ importKind: 'proposals', ofId: callId });
  });
});
