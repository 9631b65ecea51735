import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { roomsOf } from './rooms-of.ts';

const top = mkdtempSync(join(tmpdir(), 'madang-rooms-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

const wire = (folder: string, source: string): void => {
  mkdirSync(join(top, folder, 'src'), { recursive: true });
  writeFileSync(join(top, folder, 'src/service.ts'), source);
};

describe('the wiring of the rooms', () => {
  test('is read from each service.ts, and names who has none', async () => {
    mkdirSync(join(top, 'services/people'), { recursive: true });
    wire(
      'services/forums',
      `export const forums = { name: 'forums', aggregates: [], projections: [],
        answers: [{ command: { type: 'forums.open-ballot.v1' } }], responds: [{ query: { type: 'forums.ballots.v1' } }],
        hears: { people: [{ event: { type: 'people.account.closed.v1' } }], forums: [{ event: { type: 'forums.seat.left.v1' } }] },
        tells: [{ type: 'forums.seat.left.v1' }] };`,
    );
    wire(
      'services/portal',
      `export const portal = { name: 'portal', asks: ['forums.open-ballot.v1'], answers: [], tells: [], hears: [] };`,
    );
    const { rooms, unwired } = await roomsOf(top);
    expect(unwired).toEqual(['services/people', 'workflows']);
    expect(rooms).toEqual([
      {
        name: 'forums',
        asks: [],
        answers: ['forums.open-ballot.v1', 'forums.ballots.v1'],
        tells: ['forums.seat.left.v1'],
        hears: [{ source: 'people', types: ['people.account.closed.v1'] }],
      },
      { name: 'portal', asks: ['forums.open-ballot.v1'], answers: [], tells: [], hears: [] },
    ]);
  });

  test('a service.ts that exports neither is said by name', async () => {
    wire('workflows', 'export const nothing = 1;');
    await expect(roomsOf(top)).rejects.toThrow('workflows/src/service.ts exports neither');
  });
});
