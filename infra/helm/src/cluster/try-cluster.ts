import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Rehearsal, rehearse } from '@madang/docker-infra/trial';
import { backUp, changePasswords, drainageOf, makeCurrent } from './changes.ts';
import { type Cluster, openCluster, tell } from './cluster.ts';
import { forward } from './forward.ts';
import { installEngines, installHouse, makeSecrets, removeAll, type Said } from './installing.ts';
import { loseLeader, loseNats, losePods } from './losses.ts';
import { tryWalls } from './walls.ts';
import type { Wishes } from './wishes.ts';

const NAMESPACE = 'madang-trial';
/** Rehearsals are played by whoever says who they are; production believes nobody. */
const OPEN: Said = { 'portal.environment': { NODE_ENV: 'development' } };

/** Production answers readers and believes nobody. @throws when it does not */
const tryProduction = async (portalUrl: string, { comes }: Cluster): Promise<void> => {
  await comes('the portal to answer', 60, async () => (await fetch(`${portalUrl}/en`)).ok);
  const { status } = await fetch(`${portalUrl}/sign-in`, { method: 'POST' });
  if (status !== 404) throw new Error(`in production the sign-in of development was answered ${status}`);
  tell('production answers readers, and believes nobody');
};

/** What the trials share. */
type Trial = {
  readonly cluster: Cluster;
  readonly wishes: Wishes;
  readonly folder: string;
  /** Plays the plan, does something when its consultation is open, and holds its facts against those of an undisturbed one. */
  readonly during: (what: string, done: () => Promise<void>) => Promise<void>;
};

const losses = ({ cluster, during }: Trial): Promise<void> =>
  during('pods of every process, the PostgreSQL that leads and a NATS server are lost', async () => {
    await losePods(cluster);
    await loseLeader(cluster);
    await loseNats(cluster);
  });
const upgrade = async ({ cluster, wishes, during }: Trial): Promise<void> => {
  const { tag, nextTag } = wishes;
  if (!nextTag) return tell('MADANG_CLUSTER_NEXT_TAG names no other tag: no upgrade is tried');
  await during(`${tag} is upgraded to ${nextTag} and nothing is stopped first`, () =>
    installHouse(cluster, wishes, nextTag, OPEN),
  );
};
const passwords = ({ cluster, wishes, folder, during }: Trial): Promise<void> =>
  during('passwords are changed', () => changePasswords(cluster, wishes, folder, OPEN));
const versions = async ({ cluster, wishes, during }: Trial): Promise<void> => {
  const { tag, nextTag = tag } = wishes;
  const first = { buildId: 'r1', image: { tag } };
  const beside = (...all: readonly unknown[]): Said => ({ ...OPEN, 'workflows.versions': all });
  await installHouse(cluster, wishes, nextTag, beside(first));
  await makeCurrent(cluster, 'r1');
  await during('a version of the workers takes the place of another', async () => {
    await installHouse(cluster, wishes, nextTag, beside({ buildId: 'r2' }, first));
    await makeCurrent(cluster, 'r2');
  });
  tell(`the workers of r1: ${await drainageOf(cluster, 'r1')}`);
};
/** In the order in which they are gone through, each over what the one before left. */
const trials: Readonly<Record<string, (trial: Trial) => Promise<void>>> = {
  walls: ({ cluster, wishes }) => tryWalls(cluster, `${wishes.repository}:${wishes.tag}`),
  losses,
  upgrade,
  passwords,
  versions,
  backup: ({ cluster }) => backUp(cluster),
};

const goThrough = async (
  cluster: Cluster,
  wishes: Wishes,
  folder: string,
  portalUrl: string,
  only: readonly string[],
): Promise<void> => {
  await tryProduction(portalUrl, cluster);
  await installHouse(cluster, wishes, wishes.tag, OPEN);
  const play = (): Rehearsal => rehearse({ portalUrl, environment: process.env, tell }, 'korea-4th-plan');
  let undisturbed: string | undefined;
  const during: Trial['during'] = async (what, done) => {
    undisturbed ??= await play().digest;
    const played = play();
    await played.reached('consultation');
    await done();
    const found = await played.digest;
    if (found !== undisturbed)
      throw new Error(`${what}: the digest is ${found}, undisturbed it was ${undisturbed}`);
    tell(`${what}: the same facts`);
  };
  for (const [name, trial] of Object.entries(trials))
    if (only.length === 0 || only.includes(name)) await trial({ cluster, wishes, folder, during });
};

/**
 * Installs both charts in a cluster and goes through what an operator does and what a cluster does to them, most of it in the
 * middle of a rehearsal whose facts must be those of an undisturbed one. Leaves nothing behind.
 * @param helm path of the program
 * @param only the trials that are gone through, all of them where none is named
 * @throws with what did not hold
 */
export const tryCluster = async (wishes: Wishes, helm: string, only: readonly string[]): Promise<void> => {
  const unknown = only.filter((name) => !(name in trials));
  if (unknown.length > 0)
    throw new Error(`there is no ${unknown.join(', ')} among ${Object.keys(trials).join(', ')}`);
  const cluster = openCluster(wishes.kubeconfig, NAMESPACE, helm);
  const folder = mkdtempSync(join(tmpdir(), 'madang-cluster-'));
  const isKept = process.env.MADANG_CLUSTER_KEEP === 'yes';
  try {
    await removeAll(cluster);
    await cluster.kubectl('create', 'namespace', NAMESPACE);
    await makeSecrets(cluster, folder, []);
    await cluster.kubectl(
      'create',
      'secret',
      'generic',
      'madang-sign-in',
      '--from-literal=client-secret=of-this-trial',
    );
    await installEngines(cluster, wishes);
    await installHouse(cluster, wishes, wishes.tag);
    const portal = await forward(cluster, 'madang-portal', 80);
    try {
      await goThrough(cluster, wishes, folder, `http://127.0.0.1:${portal.port}`, only);
    } finally {
      portal.close();
    }
  } catch (fault) {
    tell((await cluster.kubectl('get', 'pods', '--output', 'wide').catch(String)).trimEnd());
    throw fault;
  } finally {
    if (!isKept) await removeAll(cluster);
    rmSync(folder, { recursive: true, force: true });
  }
};
