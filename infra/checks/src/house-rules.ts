import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { offencesIn } from './house-rules/house-rule.ts';
import { houseRules } from './house-rules/rules.ts';
import { top } from './top.ts';

/** Every file of the house that is or would be committed. */
const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: top,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const files = [...new Set(listed.split('\0'))].filter((file) => {
  const path = join(top, file);
  return file !== '' && file !== 'pnpm-lock.yaml' && existsSync(path) && statSync(path).isFile();
});

const offences = files.flatMap((file) => offencesIn(houseRules, file, readFileSync(join(top, file), 'utf8')));
for (const { rule, because, file, line, text } of offences)
  console.error(`${file}:${line} ${rule}\n  ${text}\n  ${because}`);
console.log(`${files.length} files, ${houseRules.length + 2} rules, ${offences.length} offences`);
process.exitCode = offences.length === 0 && files.length > 0 ? 0 : 1;
