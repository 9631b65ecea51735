import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildImage } from './build-image.ts';
import { type Composition, house, output, tell, top } from './composition.ts';
import { rehearse } from './rehearsal.ts';
import { tryDownAndUp } from './try-restart.ts';

/** The version that cycles begin on: the last before accounts knew the forums that may know them. */
const FORMER = 'd2399d7';

/** Compose's words for "every process of the house from this image, which is there". */
const imageFor = (image: string): string =>
  `services:\n${['secrets', 'prepare', ...house].map((one) => `  ${one}: { image: '${image}', pull_policy: never }`).join('\n')}\n`;

/**
 * Begins Korea's plan on a former version, brings up the present one over it when the consultation is open, and finishes the
 * plan with the former version's own driver: what must hold holds, and `down` and `up` of the present one loses nothing.
 */
export const tryUpgrade = async (present: Composition): Promise<void> => {
  const { MADANG_UPGRADE_FROM: from = FORMER } = process.env;
  const known = spawnSync('git', ['cat-file', '-e', `${from}^{commit}`], { cwd: top }).status === 0;
  if (!existsSync(join(top, '.git')) || !known) {
    tell(`this checkout has no history back to ${from}: no upgrade over running cycles is tried here`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'madang-former-'));
  try {
    output('sh', '-c', 'git archive "$1" | tar -x -C "$2"', 'sh', from, folder);
    writeFileSync(join(folder, 'former.yml'), imageFor('madang:former'));
    const former = present.like({ folder, files: ['former.yml'] });
    buildImage(former, folder);
    // The driver of that version, as it was: what it asks and reads is what people's programs asked and read then.
    output('sh', '-c', 'cd "$1" && npx -y pnpm@12 install --frozen-lockfile', 'sh', folder);
    former.compose('up', '--wait');
    const played = rehearse(former, 'korea-4th-plan', folder);
    await played.reached('consultation');
    tell(`Korea's plan, begun on ${from}, has reached consultation: the present version comes up over it`);
    present.compose('up', '--wait');
    await played.digest;
    const facts = JSON.stringify(tryDownAndUp(present, played.run));
    tell(`what was begun on ${from} ended on the present version: ${facts}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
