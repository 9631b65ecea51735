import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { openScene } from './skeleton/scene.ts';

const forumId = randomUUID();
const { scene, ...stage } = openScene(forumId, randomUUID(), 'wall', '');
const main = fileURLToPath(new URL('./skeleton/main.ts', import.meta.url));
let place: SpecPlace;
let told: string;
const running: ChildProcess[] = [];

const start = (crashAt?: string): ChildProcess => {
  const { MADANG_CRASH_AT: _, ...env } = process.env;
  const child = spawn(process.execPath, [main, told], {
    stdio: 'ignore',
    env: crashAt ? { ...env, MADANG_CRASH_AT: crashAt } : env,
  });
  running.push(child);
  return child;
};

beforeAll(async () => {
  place = await specPlace(scene);
  told = join(place.usersFolder, 'options.json');
  writeFileSync(told, JSON.stringify(place.options), { mode: 0o600 });
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await place?.remove();
});

describe('a worker that is killed after it asked and before it could say so', () => {
  const owed = randomUUID();
  const past = new Date(Date.now() - 60_000).toISOString();
  const future = new Date(Date.now() + 3_600_000).toISOString();

  it('asks the same command again, and the reminder is sent once', async () => {
    const dying = start('activity-after-command');
    await place.standIn.tell(
      stage.impose(owed, [
        { rung: 'due-1d', at: past },
        { rung: 'due', at: future },
      ]),
    );
    const [, signal] = await once(dying, 'exit');
    expect(signal).toBe('SIGKILL');
    expect(stage.climbed(owed)).toEqual(['due-1d']);

    start();
    await until(() => place.standIn.asked.length > 1, {
      within: 45_000,
      what: 'the command to be asked again',
    });
    const [first, ...again] = place.standIn.asked;
    expect(again.map(({ id }) => id)).toEqual(again.map(() => first?.id));
    expect(place.standIn.done).toHaveLength(1);
    await until(
      async () =>
        (await place.client.workflow.getHandle(`obligation/${owed}`).query<{ until: string }>('whereabouts'))
          .until === future,
      { within: 30_000, what: 'the obligation to wait for its next rung' },
    );
    expect(stage.climbed(owed)).toEqual(['due-1d']);
  });
});
