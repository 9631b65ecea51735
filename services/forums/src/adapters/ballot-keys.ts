import { readFileSync } from 'node:fs';
import type { Choice } from '@madang/contracts';
import { newKey, seal, unseal } from '@madang/record';
import type { BallotKeys } from '../commands/ballots.ts';
import type { Tables } from './tables.ts';

let master: Buffer | undefined;
/** The installation's master key, under which ballot keys are wrapped. Read once, when the first ballot needs it. */
const masterKey = (): Buffer => {
  master ??= Buffer.from(readFileSync(process.env.MADANG_MASTER_KEY_FILE ?? '', 'utf8').trim(), 'base64');
  return master;
};

const keyOf = async (tables: Tables, ballotId: string): Promise<Buffer | undefined> => {
  const row = await tables.ballotKey.findUnique({ where: { ballotId } });
  return row ? unseal(masterKey(), row.wrapped) : undefined;
};

export const ballotKeys = (tables: Tables): BallotKeys => ({
  makeBallotKey: async (ballotId) => {
    await tables.ballotKey.createMany({
      data: [{ ballotId, wrapped: seal(masterKey(), newKey()) }],
      skipDuplicates: true,
    });
  },
  sealChoice: async (ballotId, choice) => {
    const key = await keyOf(tables, ballotId);
    return key ? seal(key, Buffer.from(choice)) : undefined;
  },
  openChoices: async (ballotId) => {
    const key = await keyOf(tables, ballotId);
    if (!key) return [];
    const rows = await tables.sealedChoice.findMany({ where: { ballotId }, orderBy: { seatId: 'asc' } });
    return rows.map((row) => ({ seatId: row.seatId, choice: unseal(key, row.sealed).toString() as Choice }));
  },
});
