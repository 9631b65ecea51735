import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { ownSystem } from './stories/own-system.ts';

/**
 * Asks every operation of the OpenAPI document things that nobody thought of, with schemathesis, and counts server errors.
 * MADANG_FUZZ_EXAMPLES says how many examples an operation gets, MADANG_URL which system is asked; without it one is started
 * and thrown away.
 */
const { MADANG_URL, MADANG_FUZZ_EXAMPLES = '10' } = process.env;

const main = async (): Promise<number> => {
  if (spawnSync('schemathesis', ['--version']).status !== 0) {
    console.log('schemathesis is not installed (pip install schemathesis): the API is not fuzzed here.');
    return 0;
  }
  const own = MADANG_URL ? undefined : await ownSystem();
  const url = MADANG_URL ?? own?.now().portalUrl;
  const signedIn = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ personId: randomUUID(), institutionId: randomUUID() },
      roles: ['secretariat', 'operator', 'co-chair', 'member', 'ministry'],
    }),
  });
  const { token } = (await signedIn.json()) as { readonly token: string };
  const asks = [
    ...['run', `${url}/openapi.json`, '--max-examples', MADANG_FUZZ_EXAMPLES],
    ...['--checks', 'not_a_server_error', '--phases', 'examples,coverage,fuzzing', '--workers', '2'],
    // Waiting for quiet is a right answer: it says when to ask again. Who signs out is asked for the sign-in by all that follows.
    ...['--exclude-path-regex', '/api/workflows/(step-forum-clock|reconcile)|/sign-out'],
    ...['--suppress-health-check', 'all', '-H', `Authorization: Bearer ${token}`],
  ];
  const run = spawn('schemathesis', asks, { stdio: 'inherit' });
  const [code] = (await once(run, 'exit')) as [number | null];
  const { status } = await fetch(`${url}/api/forums/positions`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await own?.end();
  if (status === 200) return code ?? 1;
  console.error(`The session ended meanwhile (${status}): most operations were asked by nobody.`);
  return 1;
};

process.exitCode = await main();
