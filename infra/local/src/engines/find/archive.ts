import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { arch } from 'node:os';
import { join } from 'node:path';
import type { EngineBinary } from './catalogue.ts';
import { run } from './run.ts';

const architectures: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const toBegin = 20_000;
const toEnd = 300_000;

/** Fetches the released archive, giving up early where the internet is out of reach. Gives the reason when it fails. */
export const fetchArchive = async (engine: EngineBinary, folder: string): Promise<string | undefined> => {
  const url = engine.archive(process.platform, architectures[arch()] ?? arch());
  const begun = new AbortController();
  const timer = setTimeout(() => begun.abort(new Error(`no answer within ${toBegin / 1000} s`)), toBegin);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([begun.signal, AbortSignal.timeout(toEnd)]),
    });
    clearTimeout(timer);
    if (!response.ok) return `${url} answered ${response.status}`;
    const archive = join(folder, 'archive.tar.gz');
    writeFileSync(archive, Buffer.from(await response.arrayBuffer()));
    const unpacked = await run('tar', ['-xzf', archive, '-C', folder]);
    if (!unpacked.ok) return `the archive of ${url} does not unpack: ${unpacked.output}`;
    const inside = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true });
    const found = inside.find((entry) => entry.isFile() && entry.name === engine.name);
    if (found) renameSync(join(found.parentPath, found.name), join(folder, engine.name));
    return undefined;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${url}: ${cause instanceof Error ? cause.message : message}`;
  } finally {
    clearTimeout(timer);
  }
};
