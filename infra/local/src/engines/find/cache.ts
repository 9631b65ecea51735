import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { EngineBinary } from './catalogue.ts';

/** Where engines are kept between runs, for all checkouts of this user. */
export const engineCache = (): string =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'madang', 'engines');

/** Where the cache keeps, or will keep, this engine's binary. */
export const cachedBinary = (engine: EngineBinary): string =>
  join(engineCache(), `${engine.name}-${engine.version}`, engine.name);

/**
 * Lets `fetch` put the binary into an empty folder and moves that into the cache in one step,
 * so that nobody ever finds half a binary. Gives the reason when nothing came.
 */
export const intoCache = async (
  engine: EngineBinary,
  fetch: (folder: string) => Promise<string | undefined>,
): Promise<{ readonly binary: string } | { readonly reason: string }> => {
  const binary = cachedBinary(engine);
  mkdirSync(engineCache(), { recursive: true });
  const folder = mkdtempSync(join(engineCache(), `.${engine.name}-`));
  try {
    const reason = await fetch(folder);
    const fetched = join(folder, engine.name);
    if (reason !== undefined || !existsSync(fetched))
      return { reason: reason ?? `no ${engine.name} in what came` };
    chmodSync(folder, 0o755);
    chmodSync(fetched, 0o755);
    if (!existsSync(binary)) {
      rmSync(dirname(binary), { recursive: true, force: true });
      renameSync(folder, dirname(binary));
    }
    return { binary };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
