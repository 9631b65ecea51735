import { top } from './top.ts';
import { breachesOf } from './walls/breaches.ts';

/** `pnpm walls`: every import of the house against the walls, each breach with its reason. */
const { breaches, files } = await breachesOf(top);
for (const { rule, from, to, because } of breaches)
  console.error(`${rule}\n  ${from}\n  imports ${to}\n  ${because}\n`);
console.log(
  breaches.length === 0 ? `${files} files, no breach` : `${files} files, ${breaches.length} breaches`,
);
process.exitCode = breaches.length === 0 && files > 0 ? 0 : 1;
