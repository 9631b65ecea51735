import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Narrate } from '../engine.ts';
import { fetchArchive } from './archive.ts';
import { cachedBinary, intoCache } from './cache.ts';
import type { EngineBinary } from './catalogue.ts';
import { goInstall } from './go-install.ts';
import { run } from './run.ts';

/** Where an engine was found. */
export type Found =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'binary'; readonly path: string }
  | { readonly kind: 'image'; readonly image: string };

const onPath = (name: string): readonly string[] =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path));

const isTooOld = async (engine: EngineBinary, path: string): Promise<string | undefined> => {
  const { ok, output } = await run(path, ['--version'], { timeout: 20_000 });
  if (!ok) return `${path} does not run: ${output}`;
  const version = new RegExp(`${engine.name}\\D*(\\d+)\\.(\\d+)\\.\\d+`).exec(output);
  if (version === null) return `${path} is no ${engine.name}`;
  const [, major = 0, minor = 0] = version.map(Number);
  // A binary built from source calls itself 0.0.0: whoever put it there knows what it is.
  const ownBuild = major === 0 && minor === 0;
  const [oldMajor, oldMinor] = engine.oldest;
  const enough = ownBuild || major > oldMajor || (major === oldMajor && minor >= oldMinor);
  return enough ? undefined : `${path} is ${major}.${minor}, older than ${engine.oldest.join('.')}`;
};

const noWay = (engine: EngineBinary, tried: readonly string[]): Error =>
  new Error(
    [
      `${engine.title} was not found. What was tried:`,
      ...tried.map((line) => `  - ${line}`),
      'Any one of these helps:',
      `  - ${engine.addressVariable}: the address of one that runs`,
      `  - ${engine.binaryVariable}: the path of a ${engine.name} binary, or one on PATH (${engine.oldest.join('.')} or newer)`,
      `  - internet access to ${new URL(engine.archive('linux', 'amd64')).host}`,
      `  - Go 1.26 or newer (the version is pinned in infra/local/engines)`,
      `  - Docker (image ${engine.image})`,
    ].join('\n'),
  );

/** Whether engines are to run in containers though binaries could be found: MADANG_ENGINES=container. */
export const wantsContainers = (): boolean => {
  const { MADANG_ENGINES: asked } = process.env;
  if (asked !== undefined && asked !== 'container')
    throw new Error(
      `MADANG_ENGINES is "${asked}"; it can be "container", or left out to take what is found first.`,
    );
  return asked === 'container';
};

const inImage = async (engine: EngineBinary): Promise<Found> => {
  if (!(await run('docker', ['info'], { timeout: 20_000 })).ok)
    throw new Error(
      `${engine.title} is to run in a container (MADANG_ENGINES), and docker does not answer. Start Docker, or leave MADANG_ENGINES out.`,
    );
  return { kind: 'image', image: engine.image };
};

/** Finds an engine: given address, named binary, PATH, cache, released archive, go install, container. */
export const findEngine = async (engine: EngineBinary, narrate: Narrate): Promise<Found> => {
  const address = process.env[engine.addressVariable];
  if (address) return { kind: 'address', address };

  if (wantsContainers()) return inImage(engine);

  const named = process.env[engine.binaryVariable];
  if (named) {
    const bad = existsSync(named) ? await isTooOld(engine, named) : `${named} does not exist`;
    if (bad !== undefined)
      throw new Error(`${engine.binaryVariable} does not name a ${engine.name} that will do: ${bad}.`);
    return { kind: 'binary', path: named };
  }

  const tried: string[] = [];
  for (const path of onPath(engine.name)) {
    const bad = await isTooOld(engine, path);
    if (bad === undefined) return { kind: 'binary', path };
    tried.push(bad);
  }

  const cached = cachedBinary(engine);
  if (existsSync(cached)) return { kind: 'binary', path: cached };

  narrate(`${engine.title} ${engine.version}: fetching it, once`);
  const fetched = await intoCache(engine, (folder) => fetchArchive(engine, folder));
  if ('binary' in fetched) return { kind: 'binary', path: fetched.binary };
  tried.push(fetched.reason);

  narrate(`${engine.title} ${engine.version}: building it with Go, once; this takes some minutes`);
  const built = await intoCache(engine, (folder) => goInstall(engine, folder));
  if ('binary' in built) return { kind: 'binary', path: built.binary };
  tried.push(built.reason);

  const docker = await run('docker', ['info'], { timeout: 20_000 });
  if (docker.ok) return { kind: 'image', image: engine.image };
  tried.push('docker does not answer');
  throw noWay(engine, tried);
};
