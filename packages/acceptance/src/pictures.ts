import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `pnpm pictures`: every page in both languages at 1280 and 320 px, as pictures in the git-ignored folder `pictures`, each named after its page. */
const top = fileURLToPath(new URL('../../..', import.meta.url));
const { status } = spawnSync('vitest', ['run', '--project', 'pages', 'every.page'], {
  cwd: top,
  env: { ...process.env, MADANG_PICTURES: `${top}pictures` },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
