import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { processTypes, saveHistories } from './save-histories.ts';

/**
 * Saves histories of each process from a system on which rehearsals have run (`MADANG_TEMPORAL_ADDRESS`) for the replay specs:
 * `node workflows/src/histories/record.ts --label 2026b [--most 8]`. Those of other labels stay: what older code began, the code
 * of today must end. Integration specs save theirs when `MADANG_SAVE_HISTORIES` names a label.
 */
const { values } = parseArgs({
  options: { most: { type: 'string', default: '8' }, label: { type: 'string', default: 'new' } },
});
const client = new Client({
  connection: await Connection.connect({ address: process.env.MADANG_TEMPORAL_ADDRESS ?? '127.0.0.1:8084' }),
});
const folder = fileURLToPath(new URL('../../saved-histories', import.meta.url));
const saved = await saveHistories(client, { folder, label: values.label, most: Number(values.most) });
for (const type of processTypes)
  console.log(`${type}: ${saved.filter((file) => file.startsWith(`${type}-`)).length}`);
process.exit(0);
