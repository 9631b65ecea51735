import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from '@madang/decider';
import type { Room } from './room.ts';

/** A table of contents as `defineService` gives it. */
type Wired = Service<never>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isService = (value: unknown): value is Wired =>
  isRecord(value) && 'responds' in value && 'tells' in value;
const isRoom = (value: unknown): value is Room => isRecord(value) && 'asks' in value && 'tells' in value;

/** A service's table of contents, in the words of the picture. Services ask nobody. */
export const roomOf = (service: Wired): Room => ({
  name: service.name,
  asks: [],
  answers: [
    ...service.answers.map(({ command }) => command.type),
    ...service.responds.map(({ query }) => query.type),
  ],
  tells: service.tells.map(({ type }) => type),
  hears: Object.entries(service.hears)
    .filter(([source]) => source !== service.name)
    .map(([source, handlers]) => ({ source, types: handlers.map(({ event }) => event.type) })),
});

const read = async (top: string, file: string): Promise<Room> => {
  const exported: unknown = await import(pathToFileURL(join(top, file)).href);
  const values = isRecord(exported) ? Object.values(exported) : [];
  const service = values.find(isService);
  const room = service ? roomOf(service) : values.find(isRoom);
  if (!room) throw new Error(`${file} exports neither a service nor a room`);
  return room;
};

/** Reads every room's `service.ts`, and names the rooms that have none yet. Paths are made at run time: nobody imports a service. */
export const roomsOf = async (
  top: string,
): Promise<{ readonly rooms: readonly Room[]; readonly unwired: readonly string[] }> => {
  const folders = ['workflows', ...globSync('services/*', { cwd: top })].sort();
  const isWired = (folder: string): boolean => existsSync(join(top, folder, 'src/service.ts'));
  return {
    rooms: await Promise.all(folders.filter(isWired).map((folder) => read(top, `${folder}/src/service.ts`))),
    unwired: folders.filter((folder) => !isWired(folder)),
  };
};
