import { spawn } from 'node:child_process';
import { closingLine, isWell, nothing, plus } from './test/count.ts';
import { runProject } from './test/run-project.ts';
import { top } from './top.ts';
import { environment, runStep } from './verify/step.ts';

/** `pnpm test [words]`: rules first, then real engines, then whole stories, then pages in a browser. */
const projects = ['pure', 'engines', 'stories', 'pages'];
const words = process.argv.slice(2);

const clients = await runStep({ name: 'clients', run: ['node', 'infra/postgres/src/generate.ts'] });
if (!clients.ok) console.error(`The database clients could not be generated:\n${clients.output}`);

/** Engines that must be built first are built while the rules are tried: no test waits for a compiler. */
const engines = new Promise<boolean>((ready) =>
  spawn('node', ['infra/local/src/prepare-engines.ts'], { cwd: top, env: environment(), stdio: 'inherit' })
    .on('close', (code) => ready(code === 0))
    .on('error', () => ready(false)),
);

let total = clients.ok ? nothing : { ...nothing, failed: 1 };
for (const project of clients.ok ? projects : []) {
  console.log(`\n${project}`);
  if (project === 'engines' && !(await engines)) console.error('Without engines these tests cannot pass.');
  const { count, skipped, seconds } = await runProject(project, words);
  total = plus(total, count);
  for (const name of skipped) console.log(`left out: ${name}`);
  console.log(`${project}: ${closingLine(count)} in ${seconds.toFixed(1)} s`);
}
if (total.passed + total.failed === 0) console.log('\nNo test ran: that proves nothing.');
console.log(`\n${closingLine(total)}`);
process.exitCode = isWell(total) ? 0 : 1;
