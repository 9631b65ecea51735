import { randomUUID } from 'node:crypto';
import {
  BallotClosed,
  BallotOpened,
  ClusterNamed,
  CommitmentDrafted,
  CommitmentWithdrawn,
  EvidenceAdded,
  InstitutionRegistered,
  InstitutionRenamed,
  MemberSeated,
  ObligationDischarged,
  ObligationImposed,
  OutreachRecorded,
  ProgressReported,
  ReportingWindowOpened,
  ResponseDrafted,
} from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainSheet } from './doors/site/open-data/cells.ts';
import type { Cell } from './doors/site/sheet-of.ts';
import { dataSets } from './queries/data-sets.ts';
import { siteAtHand } from './skeleton/site-at-hand.ts';

let place: Awaited<ReturnType<typeof siteAtHand>>;
let telling: (typeof place)['telling'];
let site: (typeof place)['site'];
let scene: (typeof place)['scene'];

/** More than one reading takes, and far more than the sixty that the status page shows. */
const MANY = 520;
const name = { ko: '과제', en: 'Commitment' };
const forum = () => ({ forumId: scene.forumId });
const read = async (of: string): Promise<readonly Readonly<Record<string, Cell>>[]> => {
  const set = dataSets.find((one) => one.name === of);
  if (!set) throw new Error(`no data set is named ${of}`);
  const { head, rows } = plainSheet(set, site.openData(set, { ...forum(), cycleId: scene.cycleId }));
  const found: Record<string, Cell>[] = [];
  for await (const row of rows) found.push(Object.fromEntries(head.map((one, at) => [one, row[at] ?? ''])));
  return found;
};
const heard = (): Promise<void> => place.heard(60_000);

beforeAll(async () => {
  place = await siteAtHand();
  ({ telling, site, scene } = place);
});
afterAll(() => place.close());

const draft = async (number: number): Promise<string> => {
  const { cycleId, institutionId, text } = scene;
  const commitmentId = randomUUID();
  await telling.tell(CommitmentDrafted, `commitment/${commitmentId}`, {
    ...{ ...forum(), cycleId, commitmentId, version: 1, fromProposals: [], warnings: [] },
    draft: {
      ...{ number, title: name, periodFrom: '2026-01-01', periodUntil: '2027-12-31', supporters: [] },
      ...{ leadInstitutionId: institutionId, sdgTargets: [], values: ['transparency'] },
      ...{ problem: text('문제'), solution: text('해결'), results: text('결과') },
      milestones: [
        { milestoneId: randomUUID(), name, dueOn: '2026-12-31', leadInstitutionId: institutionId },
      ],
    },
  });
  return commitmentId;
};

describe('the open data of a cycle', () => {
  it('is read by a statement for every data set, also where there is nothing', async () => {
    await heard();
    for (const { name: each, columns } of dataSets) {
      const [first] = await read(each);
      if (first) expect(Object.keys(first)).toEqual(columns.map((one) => one.name));
    }
  });
  it('holds every commitment however many, with withdrawn ones, and its page shows all that stand', async () => {
    let last = '';
    for (let number = 2; number <= MANY; number += 1) last = await draft(number);
    await telling.tell(CommitmentWithdrawn, `commitment/${last}`, {
      ...{ ...forum(), commitmentId: last, cycleId: scene.cycleId, authority: 'plenary' },
      ...({ reason: scene.text('철회') } as object),
    } as never);
    await heard();
    const commitments = await read('commitments');
    expect(commitments.map((one) => one.commitment_number)).toEqual(
      Array.from({ length: MANY }, (_, at) => at + 1),
    );
    expect(commitments.at(-1)).toMatchObject({ state: 'withdrawn', milestones: 1, milestones_reported: 0 });
    expect(await read('milestones')).toHaveLength(MANY);
    expect(await read('commitment-versions')).toHaveLength(MANY);
    expect((await site.cycle(scene.cycleId))?.cycle.commitments).toHaveLength(MANY - 1);
  }, 120_000);
  it('names an institution as it was called on the day', async () => {
    const { institutionId } = scene;
    const registered = { ko: '옛 기관', en: 'Old body' };
    await telling.tell(InstitutionRegistered, `institution/${institutionId}`, {
      ...{ ...forum(), institutionId, code: 'OLD', name: registered, institutionKind: 'ministry' },
      from: '2020-01-01',
    });
    await telling.tell(InstitutionRenamed, `institution/${institutionId}`, {
      ...{ ...forum(), institutionId, name: { ko: '새 기관', en: 'New body' }, from: '2026-10-01' },
    });
    for (const [dueOn, on] of [
      ['2026-03-01', '2026-03-04'],
      ['2026-11-01', '2026-10-30'],
    ] as const) {
      const owed = { obligationId: randomUUID(), cycleId: scene.cycleId, institutionId };
      const kind = { obligationKind: 'feasibility-opinion' } as const;
      await telling.tell(ObligationImposed, `obligation/${owed.obligationId}`, {
        ...{ ...forum(), ...owed, ...kind, dueOn, ladder: [], ladderVersion: 1 },
        subject: { commitmentIds: [scene.commitmentId] },
      });
      await telling.tell(ObligationDischarged, `obligation/${owed.obligationId}`, {
        ...{ ...forum(), ...owed, ...kind, verdict: 'feasible', evidence: [], on, late: on > dueOn },
      } as never);
    }
    await heard();
    expect(await read('obligations')).toMatchObject([
      { name_ko: '옛 기관', days_late: 3, late: 'true', commitment_ids: scene.commitmentId },
      { name_ko: '새 기관', days_late: 0, late: 'false' },
    ]);
    expect(await read('institutions')).toMatchObject([
      { code: 'OLD', name_en: 'Old body', named_from: '2020-01-01' },
      { code: 'OLD', name_en: 'New body', named_from: '2026-10-01' },
    ]);
  });
  it('has every report and all evidence, with a report or by itself', async () => {
    const { commitmentId, cycleId } = scene;
    const milestoneId = String((await read('milestones'))[0]?.milestone_id);
    const link = (at: number) => ({ evidenceKind: 'link', link: `https://example.org/${at}` }) as const;
    for (const number of [1, 2]) {
      const windowId = randomUUID();
      await telling.tell(ReportingWindowOpened, `reporting-window/${windowId}`, {
        ...{ ...forum(), cycleId, windowId, number, from: '2026-01-01', until: '2026-06-30' },
        closesAt: '2026-06-30T15:00:00.000Z',
      } as never);
      await telling.tell(ProgressReported, `commitment/${commitmentId}`, {
        ...{ ...forum(), cycleId, commitmentId, milestoneId, windowId, on: `2026-0${number}-01` },
        ...{ completion: 'limited', progress: scene.text(`보고 ${number}`), evidence: [link(number)] },
      } as never);
    }
    await telling.tell(EvidenceAdded, `commitment/${commitmentId}`, {
      ...{ ...forum(), cycleId, commitmentId, milestoneId, evidenceId: randomUUID(), evidence: link(3) },
      on: '2026-03-01',
    } as never);
    await heard();
    expect((await read('progress-reports')).map((one) => one.window_number).toSorted()).toEqual([1, 2]);
    expect((await read('evidence')).map((one) => one.link).toSorted()).toEqual(
      [1, 2, 3].map((at) => link(at).link),
    );
    expect((await read('commitments'))[0]).toMatchObject({ milestones: 1, milestones_reported: 1 });
  });
  it('holds the votes of a closed roll call, and none of a secret ballot', async () => {
    const seatId = randomUUID();
    await telling.tell(MemberSeated, `forum/${scene.forumId}`, {
      ...{ ...forum(), seatId, personId: randomUUID(), sector: 'civil-society', organisation: name },
      ...({ position: 'member', from: '2026-01-01', until: '2027-12-31' } as const),
    });
    for (const choices of [[{ seatId, choice: 'yes' as const }], undefined]) {
      const ballot = { ...forum(), ballotId: randomUUID(), cycleId: scene.cycleId };
      const matter = { matter: 'approve-plan' } as const;
      await telling.tell(BallotOpened, `ballot/${ballot.ballotId}`, {
        ...{ ...ballot, ...matter, heldOn: '2026-02-01', closesOn: '2026-02-02' },
        entitled: [{ seatId, sector: 'civil-society' }],
      } as never);
      await telling.tell(BallotClosed, `ballot/${ballot.ballotId}`, {
        ...{ ...ballot, ...matter, on: '2026-02-02', entitled: 1, turnout: 1, reasons: [] },
        ...{ tally: { yes: 1, no: 0, abstain: 0 }, quorumMet: true, parityMet: true, carried: true },
        ...(choices ? { choices } : {}),
      });
    }
    await heard();
    expect(await read('ballots')).toMatchObject([{ yes: 1, carried: 'true' }, { turnout: 1 }]);
    expect(await read('votes')).toMatchObject([{ seat_id: seatId, sector: 'civil-society', choice: 'yes' }]);
  });
  it('does not hold an answer before it is released', async () => {
    const { contributionId } = await scene.contribute('공개해 주세요');
    const [clusterId, responseId] = [randomUUID(), randomUUID()];
    const of = { ...forum(), consultationId: scene.consultationId, clusterId };
    await telling.tell(ClusterNamed, `consultation/${scene.consultationId}`, {
      ...{ ...of, theme: '개방', contributionIds: [contributionId] },
    });
    await telling.tell(ResponseDrafted, `response/${responseId}`, {
      ...{ ...of, responseId, contributionIds: [contributionId], outcome: 'adopted' },
      ...{ reason: scene.text('아직 아무도 보지 못합니다'), changedCommitmentIds: [] },
    } as never);
    await heard();
    expect(await read('clusters')).toMatchObject([{ theme: '개방', contributions: 1, answered: 0 }]);
    expect(await read('answers')).toEqual([]);
    expect(await read('contributions')).toMatchObject([{ answer: '', outcome: '', theme: '개방' }]);
  });
  it('says whom outreach was for', async () => {
    await telling.tell(OutreachRecorded, `cycle/${scene.cycleId}`, {
      ...{ ...forum(), cycleId: scene.cycleId, outreachId: randomUUID(), on: '2026-01-05' },
      ...{ channel: 'press', audience: '청년' },
    });
    await heard();
    expect(await read('outreach')).toEqual([
      { on: '2026-01-05', channel: 'press', audience: '청년', link: '' },
    ]);
  });
});
