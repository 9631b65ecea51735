import { users } from '@madang/nats-infra';
import { describe, expect, it } from 'vitest';
import { clusterSecrets, type Secret } from './cluster-secrets.ts';

const given: string[] = [];
const next = (kind: string) => () => `${kind}-${given.push(kind)}`;
const chance = { password: next('password'), key: next('key') };
const made = clusterSecrets([], chance);
const held = (secrets: readonly Secret[], name: string) =>
  secrets.find(({ metadata }) => metadata.name === name)?.stringData ?? {};

describe('the secrets of a cluster', () => {
  it('give every user of NATS to one process, and to the server that knows them all', () => {
    const perProcess = held(made, 'madang-nats-users');
    expect(Object.keys(perProcess).toSorted()).toEqual(
      ['commitments', 'forums', 'infra', 'ministries', 'people', 'portal', 'sys', 'workflows'].map(
        (name) => `${name}.json`,
      ),
    );
    expect(Object.keys(JSON.parse(perProcess['forums.json'] ?? ''))).toEqual([
      'forums-events',
      'forums-answers',
    ]);
    const all: Record<string, string> = Object.assign(
      {},
      ...Object.values(perProcess).map((text) => JSON.parse(text)),
    );
    const accounts = held(made, 'madang-nats-server')['accounts.conf'] ?? '';
    for (const { user } of users) expect(accounts).toContain(`user: "${user}", password: "${all[user]}"`);
  });
  it('stay as they are when they are kept, and only what is missing is made', () => {
    expect(clusterSecrets(made, chance)).toEqual(made);
    const without = made.map((one) =>
      one.metadata.name === 'madang-database-roles'
        ? { ...one, stringData: { forums: one.stringData.forums ?? '' } }
        : one,
    );
    const again = clusterSecrets(without, chance);
    expect(held(again, 'madang-database-roles').forums).toBe(held(made, 'madang-database-roles').forums);
    expect(held(again, 'madang-database-roles').people).not.toBe(held(made, 'madang-database-roles').people);
    expect(held(again, 'madang-master-key')).toEqual(held(made, 'madang-master-key'));
  });
});
