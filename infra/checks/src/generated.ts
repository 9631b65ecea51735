import { compare, write } from './generate/generated-file.ts';
import { generators } from './generate/generators.ts';
import { top } from './top.ts';

/** `pnpm generate` writes every generated file; without `--write` only compares, as `pnpm verify` does. */
const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const writes = process.argv.includes('--write');
const chosen = generators.filter(({ name }) => only.length === 0 || only.includes(name));

let files = 0;
let changed = 0;
for (const { make } of chosen) {
  const made = await make();
  for (const file of made) {
    const { path, state } = compare(top, file);
    files += 1;
    if (state === 'same') continue;
    changed += 1;
    if (writes) write(top, file);
    console.log(writes ? `${path} written` : `${path} is ${state}: run \`pnpm generate\` and commit it`);
  }
}
console.log(`${files} generated files, ${changed} ${writes ? 'written' : 'out of date'}`);
process.exitCode = (writes || changed === 0) && chosen.length > 0 ? 0 : 1;
