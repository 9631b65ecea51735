import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../until.ts';
import { natsBinary, temporalBinary } from './find/catalogue.ts';
import { findEngine } from './find/find-engine.ts';
import { startNats } from './nats.ts';
import { startPostgres } from './postgres.ts';
import { startTemporal } from './temporal.ts';

const images = ['postgres:18', natsBinary.image, temporalBinary.image];
const docker = (...args: readonly string[]): boolean =>
  spawnSync('docker', args, { timeout: 20_000 }).status === 0;
const answers = docker('info') && docker('image', 'inspect', ...images);
if (!answers)
  console.log(
    `Docker does not answer or lacks ${images.join(', ')}: engines in containers are not tried here.`,
  );

const asked = process.env.MADANG_ENGINES;
const home = mkdtempSync(join(tmpdir(), 'madang-containers-'));
const containersOn = (folder: string): string =>
  execFileSync('docker', ['ps', '--all', '--quiet', '--filter', `volume=${folder}`], { encoding: 'utf8' });

describe('asked for containers', () => {
  it('refuses another word than "container"', async () => {
    process.env.MADANG_ENGINES = 'docker';
    await expect(findEngine(natsBinary, () => {})).rejects.toThrow(/it can be "container"/);
    if (asked) process.env.MADANG_ENGINES = asked;
    else delete process.env.MADANG_ENGINES;
  });
});

describe.runIf(answers)('engines in containers', () => {
  beforeAll(() => {
    process.env.MADANG_ENGINES = 'container';
  });
  afterAll(() => {
    if (asked) process.env.MADANG_ENGINES = asked;
    else delete process.env.MADANG_ENGINES;
    rmSync(home, { recursive: true, force: true });
  });

  it('are taken though a binary could be found', async () => {
    expect(await findEngine(temporalBinary, () => {})).toEqual({
      kind: 'image',
      image: temporalBinary.image,
    });
  });

  it('keep what was written when they are killed and when they are stopped', async () => {
    const postgres = await startPostgres({ dir: join(home, 'postgres') });
    const ask = async (sql: string): Promise<unknown> => {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      return client.query(sql).finally(() => client.end());
    };
    await ask('CREATE TABLE kept (word text)');
    await ask("INSERT INTO kept VALUES ('마당')");
    await postgres.kill();
    await postgres.start();
    await postgres.stop();
    await postgres.start();
    expect(await ask('SELECT word FROM kept')).toMatchObject({ rows: [{ word: '마당' }] });
    await postgres.stop();
  }, 120_000);

  it('answer on the ports asked for, and leave no container behind', async () => {
    const nats = await startNats({ dir: join(home, 'nats') });
    const temporal = await startTemporal({ dir: join(home, 'temporal'), namespaces: ['madang'] });
    expect((await fetch(`${nats.monitorUrl}/healthz`)).ok).toBe(true);
    expect((await fetch(`${temporal.httpUrl}/api/v1/namespaces/madang`)).ok).toBe(true);
    expect(containersOn(nats.dataDir)).not.toBe('');
    const published = execFileSync('docker', ['port', containersOn(nats.dataDir).trim()], {
      encoding: 'utf8',
    });
    expect(
      published
        .trim()
        .split('\n')
        .map((line) => line.split(' -> ')[1]?.split(':')[0]),
    ).toEqual(['127.0.0.1', '127.0.0.1']);
    await Promise.all([nats.stop(), temporal.stop()]);
    expect([containersOn(nats.dataDir), containersOn(temporal.dataDir)]).toEqual(['', '']);
  }, 180_000);

  it('do not outlive a parent that was killed', async () => {
    const dir = join(home, 'orphan');
    const script = join(home, 'parent.mts');
    const source = new URL('./nats.ts', import.meta.url).href;
    writeFileSync(
      script,
      `import { startNats } from '${source}';\nawait startNats({ dir: '${dir}' });\nprocess.stdout.write('up');\nprocess.kill(process.pid, 'SIGKILL');\n`,
    );
    const said = await new Promise<string>((ended) =>
      execFile(process.execPath, [script], (_killed, stdout) => ended(stdout)),
    );
    expect(said).toBe('up');
    const gone = () => containersOn(join(dir, 'data')) === '';
    await until(gone, { within: 30_000, what: 'the container of a killed parent to go' });
  }, 60_000);
});
