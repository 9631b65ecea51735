import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { workflowBundle } from '../bundle.ts';

const folder = fileURLToPath(new URL('../../saved-histories', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('a saved history', () => {
  it('is there for each process', () => {
    const types = new Set(files.map((file) => file.split('-')[0]));
    expect([...types].toSorted()).toEqual([
      'actionPlanCycle',
      'approval',
      'consultation',
      'drafting',
      'forumCalendar',
      'monitoring',
      'obligation',
      'response',
    ]);
  });
  it.each(files)('%s is replayed by the processes of today', async (file) => {
    const workflowBundleOfToday = await workflowBundle(join(tmpdir(), 'madang-replay'));
    const history = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    await expect(
      Worker.runReplayHistory({ workflowBundle: workflowBundleOfToday, replayName: file }, history),
    ).resolves.toBeUndefined();
  });
});
