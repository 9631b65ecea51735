import { randomUUID } from 'node:crypto';
import { MemberSeated, SeatHandedOver, SeatVacated } from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forumPage } from './pages/forum-page.tsx';
import { siteAtHand } from './skeleton/site-at-hand.ts';

let at: Awaited<ReturnType<typeof siteAtHand>>;
const [kept, handed, vacated, coming] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

const page = async () => {
  const found = await at.site.forum(at.scene.forumId);
  if (!found) throw new Error('the forum is not there');
  return found;
};

beforeAll(async () => {
  at = await siteAtHand();
  const { forumId } = at.scene;
  const seat = (seatId: string, en: string, from: string, until: string) =>
    at.telling.tell(MemberSeated, forumId, {
      ...{ forumId, seatId, personId: randomUUID(), organisation: { ko: en, en }, from, until },
      ...({ sector: 'civil-society', position: 'member' } as const),
    });
  await seat(kept, 'Kept', '2025-01-01', '2027-12-31');
  await seat(handed, 'Handed', '2025-01-01', '2026-12-31');
  await seat(vacated, 'Vacated', '2025-01-01', '2026-12-31');
  await seat(coming, 'Coming', '2026-06-01', '2028-05-31');
  await at.telling.tell(SeatHandedOver, forumId, {
    ...{ forumId, seatId: handed, personId: randomUUID(), from: '2025-09-01', until: '2027-08-31' },
  });
  await at.telling.tell(SeatVacated, forumId, {
    ...{ forumId, seatId: vacated, on: '2025-11-30', reasonCode: 'resigned' },
  });
  await at.heard();
});
afterAll(() => at.close());

const terms = (list: Awaited<ReturnType<typeof page>>['seats']) =>
  list.map(({ organisation, from, until, ended, reasonCode }) => [
    ...[organisation.en, from, until, ended, reasonCode],
  ]);

describe('the table of a forum', () => {
  it('shows who speaks there today, for whom, since when and until when', async () => {
    expect(terms((await page()).seats).toSorted()).toEqual([
      ['Handed', '2025-09-01', '2027-08-31', null, null],
      ['Kept', '2025-01-01', '2027-12-31', null, null],
    ]);
  });
  it('keeps who spoke there before, with the day and the way it ended, the latest first', async () => {
    expect(terms((await page()).past)).toEqual([
      ['Vacated', '2025-01-01', '2025-11-30', 'vacated', 'resigned'],
      ['Handed', '2025-01-01', '2025-08-31', 'handed-over', null],
    ]);
    expect(terms((await page()).coming)).toEqual([['Coming', '2026-06-01', '2028-05-31', null, null]]);
  });
  it('is the same after the read model was dropped and made again', async () => {
    const before = await page();
    await at.database.$executeRawUnsafe('DELETE FROM seat_term');
    await at.rebuilt();
    const { now: _, ...after } = await page();
    expect(before).toMatchObject(after);
  });
  it('is told on its page, what is past folded away, in both languages', async () => {
    const found = await page();
    const [ko, en] = [forumPage(found, 'ko'), forumPage(found, 'en')];
    expect(en).toMatch(/<details><summary>Earlier mandates \(2\)<\/summary><table/);
    expect(en).toContain('handed over to another person');
    expect(en).toContain('resigned');
    expect(ko).toMatch(/<details><summary>지난 위원 임기 \(2건\)<\/summary><table/);
    expect(ko).toContain('사임');
  });
});
