import { expect, it } from 'vitest';
import { unknownKeys } from './unknown-keys.ts';

const known = { server: { config: { stores: null, shards: 512 }, resources: {}, image: { tag: '1' } } };

it('a key that the chart has is known, and so is what stands where it left room', () => {
  const given = {
    server: { config: { shards: 128 }, resources: { requests: { cpu: 1 } }, image: { tag: '2' } },
  };
  expect(unknownKeys(given, known, [])).toEqual([]);
});

it('a misspelt key is found, however deep', () => {
  const given = { server: { config: { shard: 128 }, image: { tags: '2' } }, sever: {} };
  expect(unknownKeys(given, known, [])).toEqual(['server.config.shard', 'server.image.tags', 'sever']);
});

it('what is said to be free is not looked into', () => {
  expect(unknownKeys({ server: { dynamicConfig: { a: 1 } } }, known, ['server.dynamicConfig'])).toEqual([]);
});
