import { spawn, spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/**
 * `pnpm containers`: builds the image, brings the composition up, rehearses Korea's plan against it, restarts everything in the
 * middle, takes it down and brings it up again, and leaves nothing behind. Says one line where Docker does not answer.
 */
const top = fileURLToPath(new URL('../../..', import.meta.url));
const port = process.env.MADANG_PORT ?? '18080';
const env = { ...process.env, MADANG_PORT: port, MADANG_TEMPORAL_UI_PORT: '18233' };
const compose = ['compose', '--project-name', 'madang-trial'];
const docker = (...args: readonly string[]): void => {
  const begun = performance.now();
  const { status } = spawnSync('docker', [...compose, ...args], {
    cwd: top,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`docker ${args.join(' ')} ended with ${status}`);
  console.log(`containers: ${args.join(' ')} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
};
const rehearse = (scenario: string): Promise<boolean> =>
  new Promise((resolve) =>
    spawn('node', ['packages/acceptance/src/rehearse.ts', `packages/acceptance/scenarios/${scenario}.yaml`], {
      cwd: top,
      env: { ...env, MADANG_PORTAL_URL: `http://127.0.0.1:${port}` },
      stdio: ['ignore', 'inherit', 'inherit'],
    }).on('close', (code) => resolve(code === 0)),
  );

const answers = (...args: readonly string[]): boolean =>
  spawnSync('docker', args, { timeout: 20_000 }).status === 0;

if (!answers('info') || !answers('compose', 'version')) {
  console.log('Docker or its compose plugin does not answer: the composition is not tried here.');
} else {
  try {
    docker('build');
    docker('up', '--wait');
    const rehearsing = rehearse('korea-4th-plan');
    await setTimeout(20_000);
    docker(
      'restart',
      'postgres',
      'nats',
      'temporal',
      'forums',
      'commitments',
      'ministries',
      'people',
      'workflows',
      'portal',
    );
    if (!(await rehearsing)) throw new Error('the rehearsal did not hold');
    docker('down');
    docker('up', '--wait');
    const page = await (await fetch(`http://127.0.0.1:${port}/en`)).text();
    if (!/\/en\/cycles\//.test(page)) throw new Error('the cycle that was there before was not there after');
    if (!(await rehearse('mission-failure'))) throw new Error('the second rehearsal did not hold');
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  } finally {
    docker('down', '--volumes');
  }
}
