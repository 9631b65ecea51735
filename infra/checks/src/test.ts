import { closingLine, isWell, nothing, plus } from './test/count.ts';
import { runProject } from './test/run-project.ts';
import { runStep } from './verify/step.ts';

/** `pnpm test [words]`: rules first, then real engines, then whole stories. */
const projects = ['pure', 'engines', 'stories'];
const words = process.argv.slice(2);

const clients = await runStep({ name: 'clients', run: ['node', 'infra/postgres/src/generate.ts'] });
if (!clients.ok) console.error(`The database clients could not be generated:\n${clients.output}`);

let total = clients.ok ? nothing : { ...nothing, failed: 1 };
for (const project of clients.ok ? projects : []) {
  console.log(`\n${project}`);
  const { count, skipped, seconds } = await runProject(project, words);
  total = plus(total, count);
  for (const name of skipped) console.log(`left out: ${name}`);
  console.log(`${project}: ${closingLine(count)} in ${seconds.toFixed(1)} s`);
}
if (total.passed + total.failed === 0) console.log('\nNo test ran: that proves nothing.');
console.log(`\n${closingLine(total)}`);
process.exitCode = isWell(total) ? 0 : 1;
