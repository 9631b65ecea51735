import { randomUUID } from 'node:crypto';
import { addDays } from '@madang/calendar';
import { type Actor, FoundForum, OpenCycle } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';

const name = { ko: '관측 시험', en: 'Trial of seeing' };

/**
 * A forum that is no rehearsal, with an open cycle: what is counted of real cycles has something to count. Duties and finished
 * stages it has none for two weeks, the notice that a timetable gives.
 */
export const foundWallForum = async (portal: Portal): Promise<void> => {
  const secretariat: Actor = { id: randomUUID(), roles: ['secretariat'] };
  const forumId = randomUUID();
  await portal.must(secretariat, FoundForum, randomUUID(), {
    ...{ forumId, name, level: 'national', zone: 'Asia/Seoul', country: 'KR' },
    ...{ languages: ['ko', 'en'], rulePack: 'ogp-2022' },
  });
  const startsOn = addDays(new Date().toISOString().slice(0, 10), 200);
  const endsOn = addDays(startsOn, 730);
  await portal.must(secretariat, OpenCycle, randomUUID(), {
    ...{ forumId, cycleId: randomUUID(), name, startsOn, endsOn, years: 2 },
  });
};
