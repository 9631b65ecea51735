import { randomUUID } from 'node:crypto';
import { ProcessWhereabouts, StepForumClock } from '@madang/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { openScene } from './skeleton/scene.ts';

const forumId = randomUUID();
const { scene, ...forum } = openScene(forumId, randomUUID(), 'stepped', '2024-01-01T00:00:00.000Z');
let place: SpecPlace;
let workflows: { readonly stop: () => Promise<void> };

const stepTo = async (instant: string): Promise<void> => {
  while (scene.now() < instant) await place.desk(StepForumClock, { forumId, notAfter: instant });
};
const stated = () =>
  place.standIn.done
    .filter(({ type }) => type === 'forums.state-requirement-at-risk.v1')
    .map(({ body }) => body);

beforeAll(async () => {
  place = await specPlace(scene);
  workflows = await place.open();
  forum.watch('1.1', '2024-06-01', '2024-07-01');
  await place.standIn.tell(forum.founded);
});
afterAll(async () => {
  await workflows?.stop();
  await place?.remove();
});

describe('the calendar of a forum', () => {
  it('says nothing while there is time, and shows what it waits for', async () => {
    await stepTo('2024-05-31T00:00:00.000Z');
    expect(stated()).toEqual([]);
    expect(await place.desk(ProcessWhereabouts, { processId: `forum-calendar/${forumId}` })).toMatchObject({
      waitingFor: 'requirement 1.1, to be kept by Mon, 1 July 2024',
      until: '2024-05-31T15:00:00.000Z',
      next: 'warns the forum',
    });
  });

  it('warns when the requirement comes near, once', async () => {
    await stepTo('2024-06-20T00:00:00.000Z');
    expect(stated()).toEqual([{ forumId, requirement: '1.1', dueOn: '2024-07-01', risk: 'approaching' }]);
  });

  it('warns anew of the next day after a meeting, and states what was missed', async () => {
    await place.standIn.tell(forum.watch('1.1', '2024-11-20', '2024-12-20'));
    await stepTo('2024-12-31T00:00:00.000Z');
    expect(stated().slice(1)).toEqual([
      { forumId, requirement: '1.1', dueOn: '2024-12-20', risk: 'approaching' },
      { forumId, requirement: '1.1', dueOn: '2024-12-20', risk: 'missed' },
    ]);
  });
});
