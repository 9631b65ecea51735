import { randomUUID } from 'node:crypto';
import { ProcessWhereabouts, Reconcile, StepForumClock } from '@madang/contracts';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { ladderTo, openScene, stagesFrom } from './skeleton/scene.ts';

const [forumId, cycleId] = [randomUUID(), randomUUID()];
const startsAt = '2024-01-01T00:00:00.000Z';
const { scene, ...stage } = openScene(forumId, cycleId, 'stepped', startsAt);
const far = '2030-01-01T00:00:00.000Z';
let place: SpecPlace;
let workflows: { readonly stop: () => Promise<void> };

const step = (notAfter: string) => place.desk(StepForumClock, { forumId, notAfter });
const climbs = (obligationId: string) =>
  place.standIn.done.filter(
    ({ type, body }) =>
      type === 'ministries.climb-obligation.v1' &&
      (body as { readonly obligationId: string }).obligationId === obligationId,
  );

beforeAll(async () => {
  place = await specPlace(scene);
  workflows = await place.open();
});
afterAll(async () => {
  await workflows?.stop();
  await place?.remove();
});

describe('an obligation of a rehearsal', () => {
  const owed = randomUUID();
  const ladder = ladderTo('2024-03-20');

  it('waits in the agenda, without a timer, until the clock is stepped', async () => {
    await place.standIn.tell(stage.impose(owed, ladder));
    expect(await step('2024-01-02T00:00:00.000Z')).toEqual({
      now: '2024-01-02T00:00:00.000Z',
      woken: 0,
      next: ladder[0]?.at,
    });
    const history = await place.client.workflow.getHandle(`obligation/${owed}`).fetchHistory();
    expect(history.events?.some(({ timerStartedEventAttributes }) => timerStartedEventAttributes)).toBe(
      false,
    );
    expect(await place.desk(ProcessWhereabouts, { processId: `obligation/${owed}` })).toMatchObject({
      process: 'obligation',
      forumId,
      until: ladder[0]?.at,
    });
  });

  it('climbs its ladder to silence, one rung a step and each at its instant', async () => {
    const seen: string[] = [];
    for (const { at } of ladder) {
      const stepped = await step(far);
      expect(stepped).toMatchObject({ now: at, woken: 1 });
      seen.push(
        ...climbs(owed)
          .slice(seen.length)
          .map(({ body }) => (body as { rung: string }).rung),
      );
    }
    expect(seen).toEqual(ladder.map(({ rung }) => rung));
    expect(stage.climbed(owed)).toEqual(ladder.map(({ rung }) => rung));
  });

  it('is changed by nothing that it is told again', async () => {
    const handle = place.client.workflow.getHandle(`obligation/${owed}`);
    const before = await place.desk(ProcessWhereabouts, { processId: `obligation/${owed}` });
    const asked = place.standIn.asked.length;
    const again = {
      source: 'ministries',
      sequence: 1,
      type: 'ministries.obligation.imposed.v1',
      at: startsAt,
      human: true,
      ids: {},
    };
    for (let times = 0; times < 5; times += 1) await handle.signal('fact', again);
    await handle.signal('wake', startsAt);
    await step(scene.now());
    expect(await place.desk(ProcessWhereabouts, { processId: `obligation/${owed}` })).toEqual(before);
    expect(place.standIn.asked.length).toBe(asked);
  });

  it('ends when it is discharged, and begins again when it is returned', async () => {
    await place.standIn.tell(stage.discharge(owed));
    await step(scene.now());
    const handle = place.client.workflow.getHandle(`obligation/${owed}`);
    const isCompleted = async () => (await handle.describe()).status.name === 'COMPLETED';
    await until(isCompleted, { within: 10_000, what: 'the obligation to be over' });

    const later = ladderTo('2024-09-20');
    await place.standIn.tell(stage.giveBack(owed, later));
    expect(await step(scene.now())).toMatchObject({ next: later[0]?.at });
    expect(await step(far)).toMatchObject({ now: later[0]?.at, woken: 1 });
    expect(stage.climbed(owed)).toEqual(['due-1d']);
  });

  it('takes up a return, however soon it comes after the discharge', async () => {
    const hasty = randomUUID();
    await place.standIn.tell(stage.impose(hasty, ladderTo('2024-11-20')));
    await step(scene.now());
    for (let round = 0; round < 12; round += 1) {
      // It has filed that it is over, and may be just about to be.
      await place.standIn.tell(stage.discharge(hasty));
      await step(scene.now());
      await place.standIn.tell(stage.giveBack(hasty, ladderTo('2024-12-20')));
      await step(scene.now());
      const { status } = await place.client.workflow.getHandle(`obligation/${hasty}`).describe();
      expect([round, status.name]).toEqual([round, 'RUNNING']);
      const { until: due } = await place.desk(ProcessWhereabouts, { processId: `obligation/${hasty}` });
      expect(due).toBe(ladderTo('2024-12-20')[0]?.at);
    }
    await place.standIn.tell(stage.discharge(hasty));
  });

  it('is started again from the facts, on the rung where it was', async () => {
    const before = climbs(owed).length;
    await place.client.workflow.getHandle(`obligation/${owed}`).terminate('lost');
    const reconciled = await place.desk(Reconcile, {});
    expect(reconciled.started).toBe(1);
    const due = ladderTo('2024-09-20')[1];
    expect(await step(far)).toMatchObject({ now: due?.at, woken: 1 });
    expect(stage.climbed(owed)).toEqual(['due-1d', 'due']);
    // The rung that was climbed before is the same command, or is not asked for at all: it has one effect.
    expect(new Set(climbs(owed).map(({ id }) => id)).size).toBe(climbs(owed).length);
    expect(climbs(owed).length).toBeGreaterThan(before);
  });

  it('rests as it did when everything that runs is compared with what is open', async () => {
    const before = await step(scene.now());
    expect((await place.desk(Reconcile, {})).started).toBe(0);
    expect(await step(scene.now())).toEqual(before);
  });
});

describe('a cycle of a rehearsal', () => {
  const opensAt = (day: string): string => (stagesFrom(day)[0] as { readonly opensAt: string }).opensAt;
  const begun = (): readonly unknown[] =>
    place.standIn.done.filter(({ type }) => type === 'forums.begin-stage.v1').map(({ body }) => body);

  it('waits for drafting to open', async () => {
    await place.standIn.tell(stage.open());
    await place.standIn.tell(stage.publish('2025-03-01'));
    await step(scene.now());
    await until(
      async () =>
        (await place.desk(ProcessWhereabouts, { processId: `drafting/${cycleId}` })).until ===
        opensAt('2025-03-01'),
      { within: 10_000, what: 'drafting to wait for its day' },
    );
    expect(begun()).toEqual([]);
  });

  it('does nothing while it is suspended, though its day comes', async () => {
    await place.standIn.tell(stage.suspend());
    await step('2025-03-02T00:00:00.000Z');
    while (scene.now() < '2025-03-02T00:00:00.000Z') await step('2025-03-02T00:00:00.000Z');
    expect(begun()).toEqual([]);
  });

  it('goes on by the new dates when it is resumed', async () => {
    await place.standIn.tell(stage.resume('2025-05-01'));
    await step(scene.now());
    expect(begun()).toEqual([]);
    while (scene.now() < opensAt('2025-05-01')) await step(opensAt('2025-05-01'));
    expect(begun()).toEqual([{ forumId, cycleId, stage: 'drafting' }]);
  });

  it('is started again from the facts together with its stage', async () => {
    const before = await step(scene.now());
    for (const id of ['cycle', 'drafting'])
      await place.client.workflow.getHandle(`${id}/${cycleId}`).terminate('lost');
    expect((await place.desk(Reconcile, {})).started).toBe(1);
    expect(await step(scene.now())).toMatchObject({ now: before.now, next: before.next });
    const { status } = await place.client.workflow.getHandle(`drafting/${cycleId}`).describe();
    expect(status.name).toBe('RUNNING');
    // Asked again it is already so.
    expect(new Set(begun().map((body) => JSON.stringify(body))).size).toBe(1);
  });
});
