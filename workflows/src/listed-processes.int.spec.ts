import { randomUUID } from 'node:crypto';
import {
  type Actor,
  ProcessCounts,
  ProcessesOf,
  ProcessWhereabouts,
  Reconcile,
  RepairProcess,
  StepForumClock,
} from '@madang/contracts';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { openScene } from './skeleton/scene.ts';

const [forumId, cycleId] = [randomUUID(), randomUUID()];
const { scene, ...stage } = openScene(forumId, cycleId, 'wall', '');
const ladder = [{ rung: 'due', at: new Date(Date.now() + 30 * 86_400_000).toISOString() }];
const owed = [1, 2, 3, 4, 5].map(() => randomUUID());
let place: SpecPlace;
let workflows: { readonly stop: () => Promise<void> };

const list = (body: object) => place.desk(ProcessesOf, body);
const handle = (processId: string) => place.client.workflow.getHandle(processId);

beforeAll(async () => {
  place = await specPlace(scene);
  workflows = await place.open();
  await place.standIn.tell(stage.founded);
  for (const one of owed) await place.standIn.tell(stage.impose(one, ladder));
  await place.standIn.tell(stage.publish('2090-01-01'));
  await place.standIn.tell(stage.open());
  const all = async () => (await list({ forumId })).processes.length === 8;
  await until(all, { within: 30_000, what: 'eight processes to run' });
});
afterAll(async () => {
  await workflows?.stop();
  await place?.remove();
});

describe('the processes of a forum', () => {
  it('are listed a page at a time: its cycle and stages first, then what is owed, then its calendar', async () => {
    const kinds: string[] = [];
    const ids = new Set<string>();
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list({ forumId, limit: 3, ...(cursor ? { cursor } : {}) });
      expect(page.processes.length).toBeLessThanOrEqual(3);
      for (const one of page.processes) ids.add(one.processId);
      kinds.push(...page.processes.map((one) => one.process));
      cursor = page.next;
    }
    expect(ids.size).toBe(8);
    expect(kinds.slice(0, 2).toSorted()).toEqual(['action-plan-cycle', 'drafting']);
    expect(kinds.slice(2)).toEqual([...owed.map(() => 'obligation'), 'forum-calendar']);
  });
  it('are found by kind, by stage and by id, and none in another forum or by a cursor that is none', async () => {
    expect((await list({ forumId, process: 'obligation' })).processes).toHaveLength(5);
    const drafting = (await list({ stage: 'drafting' })).processes.map((one) => one.processId);
    expect(drafting.toSorted()).toEqual([`cycle/${cycleId}`, `drafting/${cycleId}`]);
    expect((await list({ stage: "x' OR WorkflowType = 'obligation" })).processes).toEqual([]);
    const named = await list({ processIds: [`obligation/${owed[0]}`, 'obligation/gone', '../etc'] });
    expect(named.processes).toMatchObject([{ said: { waitingFor: { code: 'duty' } } }]);
    expect((await list({ forumId: randomUUID() })).processes).toEqual([]);
    expect((await list({ forumId, cursor: 'nonsense' })).processes).toHaveLength(8);
  });
  it('are nobody else’s to see, to mend or to move than those of an operator of that forum', async () => {
    const own: Actor = { id: randomUUID(), roles: ['operator'], forumIds: [forumId] };
    const stranger: Actor = { ...own, forumIds: [randomUUID()] };
    const processId = `cycle/${cycleId}`;
    expect((await place.desk(ProcessesOf, {}, own)).processes).toHaveLength(8);
    expect((await place.desk(ProcessesOf, {}, stranger)).processes).toEqual([]);
    expect((await place.desk(ProcessesOf, { processIds: [processId] }, stranger)).processes).toEqual([]);
    const { kinds } = await place.desk(ProcessCounts, {}, stranger);
    expect(kinds.filter((one) => one.running > 0)).toEqual([]);
    expect(await place.desk(ProcessWhereabouts, { processId }, own)).toMatchObject({ processId });
    await expect(place.desk(ProcessWhereabouts, { processId }, stranger)).rejects.toThrow('404');
    const repair = { processId, repair: 'restart-from-facts', reasonCode: 'x', repairId: randomUUID() };
    await expect(place.desk(RepairProcess, repair, stranger)).rejects.toThrow('404');
    const step = { forumId, notAfter: '2090-01-01T00:00:00.000Z' };
    await expect(place.desk(StepForumClock, step, stranger)).rejects.toThrow('403');
  });
  it('are counted by kind', async () => {
    const { kinds } = await place.desk(ProcessCounts, { forumId });
    expect(kinds.find((one) => one.process === 'obligation')).toMatchObject({ running: 5, trouble: 0 });
  });
});

describe('a process that somebody must look at', () => {
  it('is found when its code fails again and again, keeps no other from being shown, and is mended by a restart', async () => {
    const [first = ''] = owed;
    const processId = `obligation/${first}`;
    expect((await list({ forumId, show: 'trouble' })).processes).toEqual([]);
    // No fact at all: whoever reads it falls over it at every try.
    await handle(processId).signal('fact', null);
    const isFound = async () => {
      await place.desk(Reconcile, {});
      return (await list({ forumId, show: 'trouble' })).processes.length === 1;
    };
    await until(isFound, { within: 40_000, what: 'the failing process to be found' });
    const { processes } = await list({ forumId, show: 'trouble' });
    expect(processes).toMatchObject([{ processId, stage: 'open', trouble: { code: 'task-failing' } }]);
    expect((await list({ forumId })).processes).toHaveLength(8);
    const { kinds } = await place.desk(ProcessCounts, { forumId });
    expect(kinds.find((one) => one.process === 'obligation')).toMatchObject({ running: 5, trouble: 1 });
    await place.desk(RepairProcess, {
      ...{ processId, repair: 'restart-from-facts', reasonCode: 'spec', repairId: randomUUID() },
    });
    const mended = async () => (await list({ forumId, show: 'trouble' })).processes.length === 0;
    await until(mended, { within: 20_000, what: 'nothing to be in trouble' });
  });
  it('is found when it ended otherwise than by itself while its matter is open', async () => {
    const [, second = '', third = ''] = owed;
    await handle(`obligation/${second}`).terminate('spec');
    await handle(`obligation/${third}`).terminate('spec');
    stage.discharge(third);
    const found = async () => (await list({ show: 'trouble' })).processes.length > 0;
    await until(found, { within: 20_000, what: 'the ended process to be found' });
    expect((await list({ show: 'trouble' })).processes).toMatchObject([
      { processId: `obligation/${second}`, trouble: { code: 'ended-early', ended: 'terminated' } },
    ]);
  });
});
