import { type FreshDatabase, freshDatabase } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from './connect.ts';
import { countedTogether } from './counted-together.ts';

let base: FreshDatabase;
let portals: readonly ReturnType<typeof connect>[];

beforeAll(async () => {
  base = await freshDatabase(['portal']);
  portals = [0, 1].map(() => connect(base.urls.portal ?? ''));
});
afterAll(async () => {
  for (const one of portals ?? []) await one.$disconnect();
  await base?.drop();
});

const isRefused = (asked: Promise<unknown>): Promise<boolean> =>
  asked.then(
    () => false,
    () => true,
  );

describe('two portals', () => {
  it('count together what one person does, also at the same moment', async () => {
    const limiters = portals.map((one) => countedTogether(one, Buffer.alloc(32, 1))('writing', 10));
    const asked = Array.from(
      { length: 15 },
      (_, n) => limiters[n % 2]?.consume('마당 1') ?? Promise.reject(),
    );
    const refused = await Promise.all(asked.map(isRefused));
    expect(refused.filter(Boolean)).toHaveLength(5);
  });
  it('count each thing and each person by themselves', async () => {
    const [one] = portals.map((portal) => countedTogether(portal, Buffer.alloc(32, 1)));
    for (const [what, whose] of [
      ['writing', '마당 2'],
      ['sign-in', '마당 1'],
    ] as const)
      expect(await isRefused(one?.(what, 1).consume(whose) ?? Promise.reject())).toBe(false);
  });
  it('keep no address and no pseudonym', async () => {
    const [one] = portals;
    const rows = (await one?.$queryRawUnsafe('SELECT key FROM rate_count')) as { readonly key: string }[];
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ key }) => key.includes('마당'))).toEqual([]);
  });
});
