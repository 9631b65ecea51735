import { randomUUID } from 'node:crypto';
import {
  InstitutionRegistered,
  InstitutionRenamed,
  ObligationDelegated,
  ObligationDischarged,
  ObligationImposed,
  ObligationOverdue,
  ObligationPassed,
  ObligationReturned,
  ObligationWithdrawn,
  SilenceStated,
} from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteAtHand } from './skeleton/site-at-hand.ts';

let at: Awaited<ReturnType<typeof siteAtHand>>;
const [lead, other] = [randomUUID(), randomUUID()];

const register = (institutionId: string, ko: string) =>
  at.telling.tell(InstitutionRegistered, institutionId, {
    ...{ forumId: at.scene.forumId, institutionId, code: ko, name: { ko, en: ko } },
    ...({ institutionKind: 'ministry', from: '2026-01-01' } as const),
  });
const impose = async (institutionId: string) => {
  const duty = {
    ...{ forumId: at.scene.forumId, obligationId: randomUUID(), cycleId: at.scene.cycleId, institutionId },
    obligationKind: 'sign-off' as const,
  };
  await at.telling.tell(ObligationImposed, duty.obligationId, {
    ...{ ...duty, dueOn: '2026-02-02', ladder: [], ladderVersion: 1, subject: { commitmentIds: [] } },
  });
  const { tell } = at.telling;
  const { obligationId } = duty;
  const discharge = (late: boolean) =>
    tell(ObligationDischarged, obligationId, {
      ...{ ...duty, byInstitutionId: institutionId, late, evidence: [], on: '2026-02-01' },
      verdict: 'signed',
    });
  return {
    discharge,
    overdue: () => tell(ObligationOverdue, obligationId, { ...duty, dueOn: '2026-02-02', toPersonIds: [] }),
    silent: () => tell(SilenceStated, obligationId, { ...duty, dueOn: '2026-02-02' }),
    returned: () =>
      tell(ObligationReturned, obligationId, {
        ...{ ...duty, dueOn: '2026-03-02', ladder: [], ladderVersion: 2, reason: at.scene.text('더') },
      }),
    withdrawn: () => tell(ObligationWithdrawn, obligationId, { ...duty, reasonCode: 'other' }),
    delegated: (toInstitutionId: string) =>
      tell(ObligationDelegated, obligationId, { ...duty, toInstitutionId, reason: at.scene.text('위임') }),
    passed: (toInstitutionId: string) => tell(ObligationPassed, obligationId, { ...duty, toInstitutionId }),
  };
};

/** The figures as a count of every duty gives them: what the kept counts must never differ from. */
const countedAnew = () =>
  at.database.$queryRawUnsafe<{ id: string }[]>(
    `SELECT acting_institution_id AS id,
       count(*) FILTER (WHERE state = 'discharged' AND NOT late AND NOT silent)::int AS "onTime",
       count(*) FILTER (WHERE late AND NOT silent)::int AS late,
       count(*) FILTER (WHERE silent)::int AS silent,
       count(*) FILTER (WHERE state = 'open' AND NOT late AND NOT silent)::int AS open
     FROM obligation_row WHERE state <> 'withdrawn' OR silent GROUP BY 1 ORDER BY 1`,
  );
const kept = async () => {
  const { institutions } = await at.site.institutionsBeside();
  return institutions
    .map(({ id, punctuality }) => ({ id, ...punctuality }))
    .filter(({ onTime, late, silent, open }) => onTime + late + silent + open > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
};

beforeAll(async () => {
  at = await siteAtHand();
  await register(lead, '나라');
  await register(other, '가람');
});
afterAll(() => at.close());

describe('institutions beside each other', () => {
  it('are counted duty by duty: the same as all of them counted anew, whatever happened to a duty', async () => {
    const made: Awaited<ReturnType<typeof impose>>[] = [];
    for (let number = 0; number < 10; number += 1) made.push(await impose(lead));
    // The tenth stays as it is.
    const [inTime, late, silent, silentThenDone, back, gone, silentThenGone, lent, handedOn] = made;
    await inTime?.discharge(false);
    await late?.overdue();
    await late?.discharge(true);
    await silent?.silent();
    await silentThenDone?.silent();
    await silentThenDone?.discharge(true);
    await back?.overdue();
    await back?.discharge(true);
    await back?.returned();
    await gone?.overdue();
    await gone?.withdrawn();
    await silentThenGone?.silent();
    await silentThenGone?.withdrawn();
    await lent?.delegated(other);
    await lent?.discharge(false);
    await handedOn?.overdue();
    await handedOn?.passed(other);
    await at.heard();
    expect(await kept()).toEqual(await countedAnew());
    const { institutions } = await at.site.institutionsBeside();
    expect(institutions.map(({ name, punctuality }) => [name.ko, punctuality])).toEqual([
      ['가람', { onTime: 1, late: 1, silent: 0, open: 0 }],
      ['나라', { onTime: 1, late: 1, silent: 3, open: 2 }],
    ]);
    expect((await at.site.institution(lead))?.punctuality).toEqual(institutions[1]?.punctuality);
  });

  it('are counted the same after the read model was dropped and made again', async () => {
    const before = await at.site.institutionsBeside();
    await at.database.$executeRawUnsafe('UPDATE institution_standing SET late = 99');
    await at.rebuilt();
    expect(await at.site.institutionsBeside()).toEqual(before);
    expect(await kept()).toEqual(await countedAnew());
  });

  it('stand by name, a hundred on a page, each once, and none is passed over', async () => {
    for (let number = 0; number < 120; number += 1)
      await register(randomUUID(), `청 ${String(number).padStart(3, '0')}`);
    await at.telling.tell(InstitutionRenamed, other, {
      ...{ forumId: at.scene.forumId, institutionId: other, from: '2026-02-01' },
      name: { ko: '하늘', en: 'Sky' },
    } as never);
    await at.heard();
    const first = await at.site.institutionsBeside();
    const second = await at.site.institutionsBeside(first.next ?? undefined);
    const names = [...first.institutions, ...second.institutions].map((one) => one.name.ko);
    expect([first.institutions.length, second.institutions.length, second.next]).toEqual([100, 22, null]);
    expect([names[0], names[1], names.at(-1)]).toEqual(['나라', '청 000', '하늘']);
    expect(new Set(names).size).toBe(122);
  });

  it('are read without a look at any duty, by indexes alone', async () => {
    const plan = await at.database.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL enable_seqscan = off');
      return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
        `EXPLAIN SELECT institution_id FROM institution_standing WHERE called IS NOT NULL
         AND (called, institution_id) > ('나라', '${lead}'::uuid) ORDER BY called, institution_id LIMIT 101`,
      );
    });
    const steps = plan.map((one) => one['QUERY PLAN']).join('\n');
    expect(steps).toContain('institution_standing_called_institution_id_idx');
    expect(steps).not.toMatch(/Sort|Seq Scan/);
  });
});
