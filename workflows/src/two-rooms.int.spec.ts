import { randomUUID } from 'node:crypto';
import { ProcessWhereabouts, StepForumClock } from '@madang/contracts';
import { connectNats, memory, WORKFLOWS_BUCKET } from '@madang/messaging';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMirror } from './desk/mirror.ts';
import { openRests } from './desk/rests.ts';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { ladderTo, openScene } from './skeleton/scene.ts';

const [forumId, cycleId] = [randomUUID(), randomUUID()];
const { scene, ...stage } = openScene(forumId, cycleId, 'stepped', '2024-01-01T00:00:00.000Z');
const far = '2030-01-01T00:00:00.000Z';
let place: SpecPlace;
let rooms: readonly { readonly stop: () => Promise<void> }[];

// A look that is under way when a spec is over fails with its connection.
const overlook = (): void => undefined;
const openAgenda = async () => {
  const { natsUrl: url, passwords } = place.options;
  const user = 'workflows-events';
  const connection = await connectNats({ url, user, password: passwords[user] ?? '' });
  const kept = await memory(connection, WORKFLOWS_BUCKET);
  return { connection, rests: openRests(await openMirror(kept, ['rest.', 'expect.'], overlook)) };
};

beforeAll(async () => {
  place = await specPlace(scene);
  rooms = await Promise.all([place.open(), place.open()]);
});
afterAll(async () => {
  await Promise.all((rooms ?? []).map((room) => room.stop()));
  await place?.remove();
});

describe('two rooms of workflows', () => {
  it('step one clock, however their work falls', async () => {
    const owed = Array.from({ length: 8 }, () => randomUUID());
    const ladder = ladderTo('2024-03-20');
    for (const one of owed) await place.standIn.tell(stage.impose(one, ladder));
    for (const { at } of ladder)
      expect(await place.desk(StepForumClock, { forumId, notAfter: far })).toMatchObject({ now: at });
    for (const one of owed) expect(stage.climbed(one)).toEqual(ladder.map(({ rung }) => rung));
  });

  it('let one stop, and the other goes on', async () => {
    const owed = randomUUID();
    await rooms[0]?.stop();
    rooms = rooms.slice(1);
    const ladder = ladderTo('2025-03-20');
    await place.standIn.tell(stage.impose(owed, ladder));
    for (const { at } of ladder)
      expect(await place.desk(StepForumClock, { forumId, notAfter: far })).toMatchObject({ now: at });
    const { until: next } = await place.desk(ProcessWhereabouts, { processId: `obligation/${owed}` });
    expect(next).toBeNull();
  });
});

describe('an agenda written by two', () => {
  it('keeps what each of them expects of one process', async () => {
    const [one, other] = await Promise.all([openAgenda(), openAgenda()]);
    const [agenda, process] = [randomUUID(), `obligation/${randomUUID()}`];
    await Promise.all(
      Array.from({ length: 50 }, (_, at) => [
        one.rests.expectFact(agenda, process, 'forums', at + 1),
        other.rests.expectFact(agenda, process, 'ministries', at + 1),
      ]).flat(),
    );
    const rest = { forumId: agenda, processId: process, until: null, woken: null };
    await one.rests.file({ ...rest, handled: { forums: 50, ministries: 49 } });
    for (const { rests } of [one, other]) {
      await rests.lookAgain(agenda, process);
      expect(rests.restless(agenda)).toEqual([process]);
    }
    await other.rests.file({ ...rest, handled: { forums: 50, ministries: 50 } });
    await until(() => one.rests.restless(agenda).length === 0, { within: 5_000, what: 'news of the rest' });
    expect(other.rests.restless(agenda)).toEqual([]);
    await Promise.all([one.connection.close(), other.connection.close()]);
  });

  it('leaves a process at rest that has heard what the slower one is about to tell', async () => {
    const [one, other] = await Promise.all([openAgenda(), openAgenda()]);
    const [agenda, process] = [randomUUID(), `obligation/${randomUUID()}`];
    const rest = {
      forumId: agenda,
      processId: process,
      until: null,
      woken: null,
      handled: { ministries: 7 },
    };
    await one.rests.expectFirst(agenda, process, 'ministries', 7);
    expect(one.rests.restless(agenda)).toEqual([process]);
    await one.rests.file(rest);
    await other.rests.expectFirst(agenda, process, 'ministries', 7);
    expect(other.rests.resting(agenda)).toEqual([rest]);
    await other.rests.file({ ...rest, done: true });
    await one.rests.expectFirst(agenda, process, 'ministries', 7);
    expect(one.rests.restless(agenda)).toEqual([process]);
    await Promise.all([one.connection.close(), other.connection.close()]);
  });
});
