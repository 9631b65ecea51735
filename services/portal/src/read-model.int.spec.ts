import { randomUUID } from 'node:crypto';
import {
  CommitmentDrafted,
  ConsultationOpened,
  ContributionAccepted,
  ContributionAnswered,
  ContributionSetAside,
  CycleOpened,
  ForumFounded,
  InstitutionRegistered,
  MemberSeated,
  ObligationDischarged,
  ObligationImposed,
  ObligationOverdue,
  ProgressReported,
  SilenceStated,
  StageBegun,
  TimetablePublished,
} from '@madang/contracts';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { type FreshDatabase, type FreshNats, freshDatabase, freshNats, until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './adapters/connect.ts';
import { openFacts } from './doors/facts.ts';
import { openReadModel, type ReadModel, rebuildReadModel } from './open-read-model.ts';
import { openTelling, type Telling } from './skeleton/telling.ts';

const passwords = makePasswords();
const [forumId, cycleId, institutionId, consultationId, commitmentId, milestoneId] = Array.from(
  { length: 6 },
  () => randomUUID(),
) as [string, string, string, string, string, string];
const name = { ko: '가', en: 'A' };
const text = { textId: randomUUID(), lang: 'ko', length: 3, visibility: 'public', digest: 'x' } as const;
const stages = [
  {
    stage: 'drafting',
    opensOn: '2026-02-01',
    closesOn: '2026-03-01',
    opensAt: '2026-01-31T15:00:00.000Z',
    closesAt: '2026-03-01T15:00:00.000Z',
  },
] as const;
const duty = (obligationId: string) =>
  ({ forumId, obligationId, cycleId, institutionId, obligationKind: 'sign-off' }) as const;

let nats: FreshNats;
let base: FreshDatabase;
let database: ReturnType<typeof connect>;
let facts: Awaited<ReturnType<typeof openFacts>>;
let telling: Telling;
let model: ReadModel;

const faults: unknown[] = [];
const open = (at?: (point: string) => void): ReadModel =>
  openReadModel({
    database,
    inlets: facts.inlets,
    readPublic: async () => new Map(),
    onFault: (fault) => faults.push(fault),
    ...(at ? { at } : {}),
  });
const heardAll = async (): Promise<void> => {
  for (const source of ['forums', 'commitments', 'ministries'] as const) {
    const head = await telling.head(source);
    await until(() => model.heard()[source] === head, { within: 10_000, what: `${source} heard to ${head}` });
  }
};
const TABLES = ['forum_row', 'seat_row', 'cycle_row', 'institution_name', 'obligation_row'].concat([
  'consultation_row',
  'commitment_row',
  'milestone_row',
  'text_row',
  'contribution_row',
  'commitment_version',
  'report_row',
  'seat_held',
  'seat_term',
  'public_moment',
  'name_words',
  'forum_clock',
  'institution_standing',
]);
const dump = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => [
        table,
        await database.$queryRawUnsafe(
          `SELECT (to_jsonb(t) - 'wanted')::text AS row FROM ${table} t ORDER BY 1`,
        ),
      ]),
    ),
  );
const contribute = async (): Promise<string> => {
  const contributionId = randomUUID();
  await telling.tell(ContributionAccepted, contributionId, {
    ...{ forumId, contributionId, consultationId, cycleId, commitmentId, text },
    ...({ contributorKind: 'person', channel: 'online' } as const),
    contributorId: randomUUID(),
    receivedOn: '2026-02-01',
  });
  return contributionId;
};

beforeAll(async () => {
  nats = await freshNats((at) => serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }));
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  base = await freshDatabase(['portal']);
  database = connect(base.urls.portal ?? '');
  facts = await openFacts(nats.url, passwords);
  telling = await openTelling(nats.url, passwords);
  model = open();
  const { tell } = telling;
  await tell(ForumFounded, forumId, {
    ...{ forumId, name, zone: 'Asia/Seoul', languages: ['ko'], startsAt: '2026-01-01T00:00:00.000Z' },
    ...({ level: 'national', country: 'KR', rulePack: 'ogp-2022', clock: 'stepped' } as const),
  });
  for (const sector of ['government', 'civil-society', 'civil-society'] as const)
    await tell(MemberSeated, forumId, {
      ...{ forumId, seatId: randomUUID(), personId: randomUUID(), sector, organisation: name },
      ...({ position: 'member', from: '2026-01-01', until: '2027-12-31' } as const),
    });
  await tell(CycleOpened, cycleId, {
    ...{ forumId, cycleId, name, startsOn: '2026-01-01', endsOn: '2027-12-31', years: 2, zone: 'Asia/Seoul' },
    ...({ rulePack: 'ogp-2022', country: 'KR', clock: 'stepped' } as const),
  });
  await tell(TimetablePublished, cycleId, {
    ...{ forumId, cycleId, version: 1, publishedOn: '2026-01-02', noticeDays: 30, opportunities: [] },
    stages,
  });
  await tell(StageBegun, cycleId, { forumId, cycleId, stage: 'drafting', on: '2026-02-01' });
  await tell(InstitutionRegistered, institutionId, {
    ...{ forumId, institutionId, code: 'MOIS', name: { ko: '행정안전부', en: 'MOIS' }, from: '2026-01-01' },
    institutionKind: 'ministry',
  });
});
afterAll(async () => {
  await model.stop();
  await telling.close();
  await facts.close();
  await database.$disconnect();
  await nats.remove();
  await base.drop();
});

describe('the read model', () => {
  it('shows forums with their seats, cycles with their stage and dates, marked as a rehearsal', async () => {
    await heardAll();
    const { forums, fresh } = await model.standing();
    expect(fresh).toBe(true);
    expect(forums).toMatchObject([
      {
        name,
        rehearsal: true,
        today: '2026-01-01',
        seats: [
          { sector: 'civil-society', seats: 2 },
          { sector: 'government', seats: 1 },
        ],
        cycles: [{ name, stage: 'drafting', suspended: false, stages }],
      },
    ]);
  });

  it('shows who is awaited until when, who is late and who was silent, and no more once it is done', async () => {
    const [done, late, silent] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [obligationId, dueOn] of [
      [done, '2026-02-02'],
      [late, '2026-02-03'],
      [silent, '2026-02-04'],
    ] as const)
      await telling.tell(ObligationImposed, obligationId, {
        ...{ ...duty(obligationId), dueOn, ladder: [], ladderVersion: 1 },
        subject: { commitmentIds: [] },
      });
    await telling.tell(ObligationOverdue, late, { ...duty(late), dueOn: '2026-02-03', toPersonIds: [] });
    await telling.tell(SilenceStated, silent, { ...duty(silent), dueOn: '2026-02-04' });
    await telling.tell(ObligationDischarged, done, {
      ...{ ...duty(done), byInstitutionId: institutionId, late: false, evidence: [], on: '2026-02-01' },
      verdict: 'signed',
    });
    await heardAll();
    const [cycle] = (await model.standing()).forums[0]?.cycles ?? [];
    expect(cycle?.open).toBe(2);
    expect(cycle?.awaited).toMatchObject([
      { who: { en: 'MOIS' }, dueOn: '2026-02-03', state: 'overdue' },
      { who: { en: 'MOIS' }, dueOn: '2026-02-04', state: 'silent' },
    ]);
  });

  it('shows how many contributions are answered, those set aside apart, and completion by the latest reports', async () => {
    await telling.tell(CommitmentDrafted, commitmentId, {
      ...{ forumId, cycleId, commitmentId, version: 1, fromProposals: [], warnings: [] },
      draft: {
        ...{ number: 1, title: name, periodFrom: '2026-01-01', periodUntil: '2027-12-31', supporters: [] },
        ...{ leadInstitutionId: institutionId, sdgTargets: [], values: ['transparency'] },
        ...{ problem: text, solution: text, results: text },
        milestones: [{ milestoneId, name, dueOn: '2026-12-31', leadInstitutionId: institutionId }],
      },
    });
    await telling.tell(ConsultationOpened, consultationId, {
      ...{ forumId, consultationId, cycleId, commitmentIds: [commitmentId] },
      closesAt: '2026-03-01T15:00:00.000Z',
    });
    const [first, second] = [await contribute(), await contribute(), await contribute()];
    const one = { forumId, contributionId: first, consultationId };
    await telling.tell(ContributionAnswered, first, { ...one, responseId: randomUUID(), outcome: 'adopted' });
    await telling.tell(ContributionSetAside, second ?? '', {
      ...{ forumId, contributionId: second ?? '', consultationId, reasonCode: 'spam' },
    });
    await telling.tell(ProgressReported, commitmentId, {
      ...{ forumId, windowId: randomUUID(), commitmentId, milestoneId, progress: text, evidence: [] },
      ...({ completion: 'substantial', on: '2026-06-01' } as const),
    });
    await heardAll();
    const [cycle] = (await model.standing()).forums[0]?.cycles ?? [];
    expect(cycle?.coverage).toEqual({ accepted: 2, answered: 1, waived: 0 });
    expect(cycle?.commitments).toMatchObject([{ number: 1, completion: 'substantial', reported: 1 }]);
  });

  it('takes a fact in once, though it is stopped before and after its transaction and told the fact again', async () => {
    const before = (await model.standing()).forums[0]?.cycles[0]?.coverage?.accepted ?? 0;
    for (const point of ['consumer-before-commit', 'consumer-after-commit']) {
      await model.stop();
      let killed = false;
      model = open((reached) => {
        if (reached !== point || killed) return;
        killed = true;
        throw new Error('killed here');
      });
      await contribute();
      await heardAll();
      expect(killed).toBe(true);
    }
    await model.stop();
    model = open();
    await heardAll();
    expect((await model.standing()).forums[0]?.cycles[0]?.coverage?.accepted).toBe(before + 2);
  });

  it('is the same when it is dropped and made again from the facts, while it goes on hearing', async () => {
    const before = await dump();
    await database.$executeRawUnsafe('UPDATE cycle_row SET stage = $1', 'closed');
    await database.$executeRawUnsafe('DELETE FROM obligation_row');
    await rebuildReadModel({ database, inlets: facts.inlets });
    expect(await dump()).toEqual(before);
    await contribute();
    await heardAll();
    expect((await model.standing()).forums[0]?.cycles[0]?.coverage?.accepted).toBe(5);
  });

  it('shows page after page when there are many forums', async () => {
    for (let at = 0; at < 6; at += 1) {
      const another = randomUUID();
      await telling.tell(ForumFounded, another, {
        ...{ forumId: another, name, zone: 'UTC', languages: ['en'] },
        ...({ level: 'local', country: 'none', rulePack: 'ogp-local', clock: 'wall' } as const),
      });
    }
    await heardAll();
    const first = await model.standing();
    const second = await model.standing(first.next ?? undefined);
    expect([first.forums.length, second.forums.length, second.next]).toEqual([5, 2, null]);
    expect(new Set([...first.forums, ...second.forums].map((one) => one.id)).size).toBe(7);
    expect(second.forums.at(-1)?.id).toBe(forumId); // a rehearsal comes after what is real
  });

  it('shows what it last read, and says so, while the database is away', async () => {
    const last = await model.standing();
    await base.drop();
    expect(await model.standing()).toEqual({ ...last, fresh: false });
    await expect(model.standing(last.next ?? undefined)).rejects.toThrow();
  });
});
