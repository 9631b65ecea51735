import { randomUUID } from 'node:crypto';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countProcesses } from './desk/count-processes.ts';
import { TASK_QUEUE } from './search-attributes.ts';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { ladderTo, openScene } from './skeleton/scene.ts';

const forumId = randomUUID();
const cycleId = randomUUID();
const { scene, ...stage } = openScene(forumId, cycleId, 'wall', '');
let place: SpecPlace;
let workflows: { readonly stop: () => Promise<void> };

beforeAll(async () => {
  place = await specPlace(scene);
  workflows = await place.open();
});
afterAll(async () => {
  await workflows?.stop();
  await place?.remove();
});

describe('a stage whose day has come for the worker and not yet for the forum', () => {
  it('is tried again after a while, and not without a pause', async () => {
    const asks = () => place.standIn.asked.filter(({ type }) => type === 'forums.begin-stage.v1');
    stage.publish('2024-01-01');
    stage.isBehind(1);
    const began = Date.now();
    await place.client.workflow.start('drafting', {
      workflowId: `drafting/${cycleId}`,
      taskQueue: TASK_QUEUE,
      args: [{ forumId, cycleId, clock: 'wall' }],
    });
    await until(() => asks().length === 2, { within: 40_000, what: 'the stage to be begun' });
    expect(Date.now() - began).toBeGreaterThan(4_000);
    expect(new Set(asks().map(({ id }) => id)).size).toBe(2);
  });
});

describe('what an operator counts', () => {
  it('is each kind of process that runs, and those whose step is past', async () => {
    await place.standIn.tell(stage.impose(randomUUID(), ladderTo('2031-03-20')));
    const obligations = async (now?: number) =>
      (await countProcesses(place.client, now))
        .filter(({ labels }) => labels.process === 'obligation')
        .map(({ labels, value }) => [labels.state, value]);
    const soon = { within: 20_000, what: 'an obligation to be counted' };
    await until(async () => (await obligations(Date.parse('2031-12-01')))[1]?.[1] === 1, soon);
    expect(await obligations()).toEqual([
      ['running', 1],
      ['overdue', 0],
    ]);
  });
});
