import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@madang/local';
import { chartTools } from './charts/tools.ts';
import { clusterSecrets } from './secrets/cluster-secrets.ts';
import { install } from './trial/install.ts';
import { wholeStreams } from './trial/streams-of.ts';

/**
 * `pnpm charts try`: runs what the charts render on this machine, on real engines and without a cluster: three NATS servers on
 * the chart's configuration, the preparing job, every process with the environment and the Secrets that the chart gives it and
 * nothing else. Then a NATS server is lost, and everything is stopped in order.
 */
const STREAMS = 13;
const tools = chartTools();
if (!tools) {
  console.log('Go is not installed: the charts are not tried here.');
} else {
  const began = performance.now();
  const tell = (line: string): void =>
    console.log(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const dir = mkdtempSync(join(tmpdir(), 'madang-charts-'));
  const secrets = clusterSecrets([], {
    password: () => randomBytes(24).toString('base64url'),
    key: () => randomBytes(32).toString('base64'),
  });
  const { nats, pods, close } = await install(tools, secrets, dir, tell);
  try {
    const whole = (): Promise<unknown> =>
      until(async () => (await wholeStreams(nats)).length === STREAMS, {
        within: 60_000,
        what: `${STREAMS} streams to have three copies`,
      });
    await whole();
    tell(`${STREAMS} streams have three copies each`);

    const portal = pods.find(({ name }) => name.endsWith('-portal'));
    const asks = async (path: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${portal?.port('MADANG_PORT')}${path}`)).status;
    const answered = (path: string): Promise<unknown> =>
      until(async () => (await asks(path)) === 200, { within: 30_000, what: `${path} to be answered` });
    await answered('/en');
    tell('the portal answers');

    const [, lost] = nats.servers;
    await lost?.kill();
    await answered('/en');
    await lost?.start();
    await whole();
    tell('a NATS server was lost and came back; the streams have three copies each');

    for (const pod of pods) pod.stop();
    const codes = await Promise.all(pods.map(({ ended }) => ended));
    if (codes.some((code) => code !== 0)) throw new Error(`not stopped in order: ${codes.join(', ')}`);
    tell('every process stopped in order');
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    for (const { name, said } of pods) console.error(`--- ${name}\n${said()}`);
    process.exitCode = 1;
  } finally {
    await close();
    rmSync(dir, { recursive: true, force: true });
  }
}
