import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@madang/local';
import type { Tools } from '../charts/tools.ts';
import { clusterSecrets } from '../secrets/cluster-secrets.ts';
import { BUILD_ID, type Installed, install } from './install.ts';
import { wholeStreams } from './whole-streams.ts';

/** Facts, texts and keys of four services, and the memory of the workflows. */
const STREAMS = 13;

const haveThreeCopies = ({ nats }: Installed): Promise<unknown> =>
  until(async () => (await wholeStreams(nats)).length === STREAMS, {
    within: 60_000,
    what: `${STREAMS} streams to have three copies`,
  });

const portalAnswers = ({ pods }: Installed): Promise<unknown> => {
  const port = pods.find(({ name }) => name.endsWith('-portal'))?.port('MADANG_PORT');
  const asked = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/en`)).ok;
  return until(asked, { within: 30_000, what: 'the portal to answer' });
};

/** Before a version is made current its workers are known and get nothing to do. */
const workersAreKnown = ({ temporal }: Installed): Promise<unknown> => {
  const at = `${temporal.httpUrl}/api/v1/namespaces/default/worker-deployments/madang`;
  return until(async () => (await (await fetch(at)).text()).includes(`"buildId":"${BUILD_ID}"`), {
    within: 30_000,
    what: `Temporal to know the workers of ${BUILD_ID}`,
  });
};

const goThrough = async (installed: Installed, tell: (line: string) => void): Promise<void> => {
  await haveThreeCopies(installed);
  await portalAnswers(installed);
  tell(`${STREAMS} streams have three copies each, and the portal answers`);

  await workersAreKnown(installed);
  tell(`Temporal knows the workers of version ${BUILD_ID}`);

  tell(`${(await installed.runTimed()).join(', ')} made an archive`);

  const [, lost] = installed.nats.servers;
  await lost?.kill();
  await portalAnswers(installed);
  await lost?.start();
  await haveThreeCopies(installed);
  tell('a NATS server was lost and came back; the streams have three copies each');

  for (const pod of installed.pods) pod.stop();
  const codes = await Promise.all(installed.pods.map(({ ended }) => ended));
  if (codes.some((code) => code !== 0)) throw new Error(`not stopped in order: ${codes.join(', ')}`);
  tell('every process stopped in order');
};

/**
 * Runs what the charts render on this machine, on real engines and without a cluster: three NATS servers on the chart's
 * configuration, the preparing job, every process with the environment and the Secrets that the chart gives it and nothing else.
 * @throws with what did not come and the last words of each process
 */
export const tryCharts = async (tools: Tools, tell: (line: string) => void): Promise<void> => {
  const dir = mkdtempSync(join(tmpdir(), 'madang-charts-'));
  const secrets = clusterSecrets([], {
    password: () => randomBytes(24).toString('base64url'),
    key: () => randomBytes(32).toString('base64'),
  });
  try {
    const installed = await install(tools, secrets, dir, tell);
    try {
      await goThrough(installed, tell);
    } catch (fault) {
      const words = installed.pods.map(({ name, said }) => `--- ${name}\n${said()}`);
      throw new Error([(fault as Error).message, ...words].join('\n'), { cause: fault });
    } finally {
      await installed.close();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};
