import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('make-secrets.ts', import.meta.url));
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

/** Volumes as the container sees them, in a folder of this machine. */
const volumes = () => {
  const top = mkdtempSync(join(tmpdir(), 'madang-secrets-'));
  made.push(top);
  for (const one of ['house', 'engines', 'own', 'given']) mkdirSync(join(top, one));
  const place = (...parts: readonly string[]): string => join(top, ...parts);
  const make = (mode: string, profiles: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        NODE_ENV: mode,
        COMPOSE_PROFILES: profiles,
        MADANG_SECRETS: place('house'),
        MADANG_ENGINE_SECRETS: place('engines'),
        MADANG_OWN_SECRETS: place('own'),
        MADANG_GIVEN_SECRETS: place('given'),
      },
    });
    return { status, said: stdout + stderr };
  };
  const read = (...parts: readonly string[]): string => readFileSync(place(...parts), 'utf8');
  const names = (...parts: readonly string[]): readonly string[] =>
    Object.keys(JSON.parse(read(...parts)) as Record<string, string>);
  return { place, make, read, names };
};

describe('secrets on empty volumes', () => {
  it('are made by themselves for development, and stay as they are', () => {
    const { make, read } = volumes();
    expect(make('development', 'development')).toMatchObject({ status: 0 });
    const before = [read('house', 'master-key'), read('engines', 'nats.conf')];
    expect(make('development', 'development')).toMatchObject({ status: 0 });
    expect([read('house', 'master-key'), read('engines', 'nats.conf')]).toEqual(before);
  });
  it('are made for production when asked for, and taken from then on', () => {
    const { make, read, place } = volumes();
    const refused = make('production', 'production');
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.said).toContain('no secret is made by itself');
    expect(readdirSync(place('house'))).toEqual([]);
    expect(make('production', 'production', '--for-production')).toMatchObject({ status: 0 });
    const key = read('house', 'master-key');
    expect(make('production', 'production')).toMatchObject({ status: 0 });
    expect(read('house', 'master-key')).toBe(key);
  });
  it('are not made where mode and profile do not belong together', () => {
    const { make, place } = volumes();
    const refused = make('production', 'development', '--for-production');
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.said).toContain('COMPOSE_PROFILES=production');
    expect(readdirSync(place('house'))).toEqual([]);
  });
});

describe('secrets that are there', () => {
  it('are refused in production when development made them', () => {
    const { make, read } = volumes();
    make('development', 'development');
    const key = read('house', 'master-key');
    for (const args of [[], ['--for-production']]) {
      const refused = make('production', 'production', ...args);
      expect(refused).toMatchObject({ status: 1 });
      expect(refused.said).toContain('made for development');
    }
    expect(read('house', 'master-key')).toBe(key);
  });
  it('are refused in production when one of them is away, which is named', () => {
    const { make, place } = volumes();
    make('production', 'production', '--for-production');
    rmSync(place('engines', 'temporal-password'));
    const refused = make('production', 'production');
    expect(refused).toMatchObject({ status: 1 });
    expect(refused.said).toContain('temporal-password');
  });
});

describe('what a process is given', () => {
  it('are its own users of NATS, its own role, and the key if it keeps texts or names', () => {
    const { make, names, place, read } = volumes();
    make('development', 'development');
    for (const name of ['forums', 'commitments', 'ministries', 'people', 'portal']) {
      expect(names('own', name, 'nats-users.json').every((user) => user.startsWith(`${name}-`))).toBe(true);
      expect(names('own', name, 'database-roles.json')).toEqual([name]);
      expect(read('own', name, 'master-key')).toBe(read('house', 'master-key'));
    }
    expect(readdirSync(place('own', 'workflows')).toSorted()).toEqual([
      'database-roles.json',
      'nats-users.json',
    ]);
    expect(names('own', 'workflows', 'nats-users.json').toSorted()).toEqual([
      'workflows-answers',
      'workflows-asks',
      'workflows-events',
    ]);
    expect(readdirSync(place('own', 'prepare'))).not.toContain('master-key');
    expect(names('own', 'prepare', 'nats-users.json')).toEqual(['infra']);
    expect(statSync(place('own', 'forums')).mode & 0o777).toBe(0o700);
    expect(statSync(place('own', 'forums', 'master-key')).mode & 0o777).toBe(0o600);
  });
  it('are added to an installation of before, from the secrets it has', () => {
    const { make, place, read, names } = volumes();
    make('development', 'development');
    rmSync(place('own'), { recursive: true });
    const roles = JSON.parse(read('house', 'database-roles.json')) as Record<string, string>;
    expect(make('development', 'development')).toMatchObject({ status: 0 });
    expect(JSON.parse(read('own', 'people', 'database-roles.json'))).toEqual({ people: roles.people });
    expect(names('own', 'people', 'nats-users.json')).toHaveLength(2);
  });
  it('are what an operator gives as a file, to the one it concerns, as long as it is given', () => {
    const { make, place, read } = volumes();
    writeFileSync(place('given', 'smtp-url'), 'smtp://who:word@mail:25\n');
    writeFileSync(place('given', 'oidc-client-secret'), '');
    make('development', 'development');
    expect(read('own', 'people', 'smtp-url')).toBe('smtp://who:word@mail:25');
    expect(readdirSync(place('own', 'portal'))).not.toContain('oidc-client-secret');
    writeFileSync(place('given', 'smtp-url'), '');
    make('development', 'development');
    expect(readdirSync(place('own', 'people'))).not.toContain('smtp-url');
  });
});
