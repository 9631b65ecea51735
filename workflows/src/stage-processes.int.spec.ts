import { randomUUID } from 'node:crypto';
import { ProcessWhereabouts, StepForumClock } from '@madang/contracts';
import { until } from '@madang/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TASK_QUEUE } from './search-attributes.ts';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { openScene } from './skeleton/scene.ts';
import type { Scene } from './skeleton/stand-in.ts';

let forumId: string;
let cycleId: string;
let scene: Scene;
let stage: Omit<ReturnType<typeof openScene>, 'scene'>;
let place: SpecPlace;
let workflows: { readonly stop: () => Promise<void> };

const stepTo = async (instant: string): Promise<void> => {
  while (scene.now() < instant) await place.desk(StepForumClock, { forumId, notAfter: instant });
};
const start = async (process: string): Promise<void> => {
  const processId = `${process}/${cycleId}`;
  await place.client.workflow.start(process, {
    workflowId: processId,
    taskQueue: TASK_QUEUE,
    args: [{ forumId, cycleId, clock: 'stepped' }],
  });
  const waits = async () => (await place.desk(ProcessWhereabouts, { processId })).until !== null;
  await until(waits, { within: 20_000, what: `${process} to wait for a day` });
};
const bodies = (type: string): readonly Readonly<Record<string, unknown>>[] =>
  place.standIn.done
    .filter((one) => one.type === type)
    .map(({ body }) => body as Readonly<Record<string, unknown>>);

beforeEach(async () => {
  [forumId, cycleId] = [randomUUID(), randomUUID()];
  ({ scene, ...stage } = openScene(forumId, cycleId, 'stepped', '2024-01-01T00:00:00.000Z'));
  place = await specPlace(scene);
  workflows = await place.open();
});
afterEach(async () => {
  await workflows?.stop();
  await place?.remove();
});

describe('an approval that is started from the facts', () => {
  it('closes a ballot that was opened before it was there', async () => {
    const ballotId = randomUUID();
    const closesAt = '2024-03-10T14:59:59.999Z';
    await place.standIn.tell(stage.publish('2024-01-20'));
    await place.standIn.tell(stage.openBallot(ballotId, closesAt));
    await stepTo('2024-03-01T00:00:00.000Z');
    await start('approval');
    expect(bodies('forums.close-ballot.v1')).toEqual([]);
    await stepTo(closesAt);
    expect(bodies('forums.close-ballot.v1')).toEqual([{ forumId, ballotId }]);
    expect(bodies('forums.approve-plan.v1').at(-1)).toMatchObject({ cycleId, ballotId });
  });
});

describe('monitoring', () => {
  it('follows its dates when they are moved', async () => {
    await place.standIn.tell(stage.publish('2024-04-01'));
    await start('monitoring');
    // Ten days of monitoring from 11 May: one window, on the day after.
    await stepTo('2024-05-12T00:00:00.000Z');
    await place.standIn.tell(stage.move('2024-06-01'));
    await stepTo('2024-06-10T00:00:00.000Z');
    expect(bodies('commitments.open-reporting-window.v1')).toEqual([]);
    await stepTo('2024-07-21T00:00:00.000Z');
    expect(bodies('commitments.open-reporting-window.v1')).toMatchObject([
      { number: 1, from: '2024-07-11', until: '2024-07-20', closesAt: '2024-08-20T14:59:59.999Z' },
    ]);
  });

  it('closes a reporting window when its owner says so: later, when that was decided', async () => {
    await place.standIn.tell(stage.publish('2024-04-01'));
    stage.submit();
    await start('monitoring');
    stage.lead(randomUUID());
    // Ten days of monitoring from 11 May: one window, closing on 20 June.
    await stepTo('2024-05-21T00:00:00.000Z');
    await place.standIn.tell(stage.extendWindows('2024-07-05T14:59:59.999Z'));
    await stepTo('2024-07-01T00:00:00.000Z');
    expect(bodies('commitments.close-reporting-window.v1')).toEqual([]);
    await stepTo('2024-07-06T00:00:00.000Z');
    expect(bodies('commitments.close-reporting-window.v1')).toHaveLength(1);
    const [owed] = bodies('ministries.impose-obligation.v1');
    expect(bodies('ministries.shift-obligation.v1')).toMatchObject([
      { obligationId: owed?.obligationId, days: 15 },
    ]);
  });

  it('begins a new run after each reporting window, and goes on after a kill in between', async () => {
    const handle = place.client.workflow.getHandle(`monitoring/${cycleId}`);
    const runId = async () => (await handle.describe()).runId;
    // Monitoring from 11 May until the end of the year after: three windows.
    await place.standIn.tell(stage.publish('2024-04-01', '2025-12-31'));
    stage.submit();
    await start('monitoring');
    const runs = [await runId()];
    for (const day of ['2024-12-15', '2025-06-15', '2026-02-15']) {
      await stepTo(`${day}T00:00:00.000Z`);
      runs.push(await runId());
      if (day.startsWith('2025')) {
        await workflows.stop();
        workflows = await place.open();
      }
    }
    const opened = bodies('commitments.open-reporting-window.v1').map(({ number }) => number);
    expect(opened).toEqual([1, 2, 3]);
    expect(bodies('commitments.close-reporting-window.v1')).toHaveLength(3);
    expect(bodies('forums.begin-stage.v1').map(({ stage: name }) => name)).toEqual([
      'monitoring',
      'assessment',
    ]);
    expect(new Set(runs).size).toBe(runs.length);
  });
});
