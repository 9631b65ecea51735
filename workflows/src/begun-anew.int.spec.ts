import { randomUUID } from 'node:crypto';
import { ProcessWhereabouts, Reconcile, RepairProcess, type Whereabouts } from '@madang/contracts';
import { until } from '@madang/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { openScene } from './skeleton/scene.ts';

let forumId: string;
let cycleId: string;
let stage: Omit<ReturnType<typeof openScene>, 'scene'>;
let place: SpecPlace;
let workflows: { readonly stop: () => Promise<void> };

beforeEach(async () => {
  [forumId, cycleId] = [randomUUID(), randomUUID()];
  const { scene, ...more } = openScene(forumId, cycleId, 'wall', '');
  stage = more;
  place = await specPlace(scene);
  workflows = await place.open();
});
afterEach(async () => {
  await workflows?.stop();
  await place?.remove();
});

const handle = (processId: string) => place.client.workflow.getHandle(processId);
const runOf = async (processId: string): Promise<string> => (await handle(processId).describe()).runId;
const stands = async (processId: string): Promise<Whereabouts> => {
  let found: Whereabouts | undefined;
  const waits = async () => {
    found = await place.desk(ProcessWhereabouts, { processId }).catch(() => undefined);
    return (found?.until ?? null) !== null;
  };
  await until(waits, { within: 20_000, what: `${processId} to wait for a day` });
  return found as Whereabouts;
};
const restart = (processId: string) =>
  place.desk(RepairProcess, {
    ...{ processId, repair: 'restart-from-facts', reasonCode: 'spec', repairId: randomUUID() },
  });
/** What a process was begun with. */
const begunWith = async (processId: string) => {
  const { events } = await handle(processId).fetchHistory();
  const given = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
  return JSON.parse(Buffer.from(given as Uint8Array).toString('utf8'));
};
const ahead = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe.each([
  ['drafting', {}],
  ['consultation', { stage: 'consultation' }],
  ['response', { stage: 'consultation', consultationState: 'closed' as const }],
  ['approval', { stage: 'response', sealed: true, consultationState: 'sealed' as const }],
  ['monitoring', { stage: 'submission', submitted: true }],
])('the process of %s', (name, facts) => {
  it('that an operator restarts is begun anew from the facts as its cycle began it, and stands where it stood', async () => {
    const processId = `${name}/${cycleId}`;
    await place.standIn.tell(stage.publish(ahead));
    stage.stands(facts);
    await place.standIn.tell(stage.open());
    const before = await stands(processId);
    const run = await runOf(processId);
    await restart(processId);
    expect(await stands(processId)).toMatchObject({ stage: before.stage, until: before.until });
    expect(await runOf(processId)).not.toBe(run);
    expect(await begunWith(processId)).toEqual({ forumId, cycleId, clock: 'wall' });
    const logged = place.standIn.done.filter(({ type }) => type === 'people.record-repair.v1');
    expect(logged.map(({ body }) => body)).toMatchObject([{ processId, repair: 'restart-from-facts' }]);

    // Gone without anybody asking for it: whoever compares begins it, once.
    await handle(processId).terminate('spec');
    expect(await place.desk(Reconcile, {})).toMatchObject({ started: 1 });
    expect(await stands(processId)).toMatchObject({ stage: before.stage, until: before.until });
    expect(await place.desk(Reconcile, {})).toMatchObject({ started: 0 });
  });
});

describe('a consultation that was lost before the facts tell of it', () => {
  it('is begun anew, and drafting, which has ended, is not', async () => {
    await place.standIn.tell(stage.publish(ahead));
    await place.standIn.tell(stage.open());
    await stands(`drafting/${cycleId}`);
    // Drafting's days have passed.
    await place.standIn.tell(stage.move(new Date(Date.now() - 12 * 86_400_000).toISOString().slice(0, 10)));
    await handle(`drafting/${cycleId}`).result();
    await stands(`consultation/${cycleId}`);
    stage.stands({ stage: 'drafting' });
    await handle(`consultation/${cycleId}`).terminate('spec');
    expect(await place.desk(Reconcile, {})).toMatchObject({ started: 1 });
    await stands(`consultation/${cycleId}`);
    expect((await handle(`drafting/${cycleId}`).describe()).status.name).toBe('COMPLETED');
  });
});

describe('a process whose matter is closed', () => {
  it('is ended by a restart and not begun again', async () => {
    const owed = randomUUID();
    const ladder = [{ rung: 'due', at: `${ahead}T00:00:00.000Z` }];
    await place.standIn.tell(stage.impose(owed, ladder));
    await stands(`obligation/${owed}`);
    stage.discharge(owed);
    expect(await restart(`obligation/${owed}`)).toMatchObject({ done: true });
    expect((await handle(`obligation/${owed}`).describe()).status.name).toBe('TERMINATED');
    expect(await place.desk(Reconcile, {})).toMatchObject({ started: 0 });
  });
});
