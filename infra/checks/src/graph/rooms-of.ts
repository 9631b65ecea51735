import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from '@madang/decider';
import type { Room } from './room.ts';

/** A table of contents as `defineService` gives it. */
type Wired = Service<never>;
/** What a `service.ts` exports: a service, or (for rooms that ask) the room as it is. */
type Wiring = { readonly service?: Wired; readonly room?: Room };

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

/** Reads every room's `service.ts`. Paths are made at run time: nobody imports a service. */
export const roomsOf = async (top: string): Promise<readonly Room[]> => {
  const files = [...globSync('services/*/src/service.ts', { cwd: top }), 'workflows/src/service.ts']
    .filter((file) => existsSync(join(top, file)))
    .sort();
  return Promise.all(
    files.map(async (file) => {
      const { service, room }: Wiring = await import(pathToFileURL(join(top, file)).href);
      if (room) return room;
      if (service) return roomOf(service);
      throw new Error(`${file} exports neither service nor room`);
    }),
  );
};
