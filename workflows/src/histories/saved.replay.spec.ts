import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { workflowBundle } from '../bundle.ts';
import { processTypes } from './save-histories.ts';

const folder = fileURLToPath(new URL('../../saved-histories', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.json.gz'));

describe('a saved history', () => {
  it.each(processTypes)('is there twenty times for %s', (type) => {
    expect(files.filter((file) => file.startsWith(`${type}-`)).length).toBeGreaterThanOrEqual(20);
  });
  it.each(files)('%s is replayed by the processes of today', async (file) => {
    const workflowBundleOfToday = await workflowBundle(join(tmpdir(), 'madang-replay'));
    const history = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString('utf8'));
    await expect(
      Worker.runReplayHistory({ workflowBundle: workflowBundleOfToday, replayName: file }, history),
    ).resolves.toBeUndefined();
  });
});
