import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type NatsEngine, startNats } from '@madang/local';
import { provided } from './provided.ts';

export type NatsPlace = { readonly storeDir: string; readonly port: number; readonly monitorPort: number };

/** The text of a configuration, or what writes it for the ports and the folder that this server gets. */
export type NatsConfig = string | ((place: NatsPlace) => string);

export type FreshNats = NatsEngine & {
  /** Ends the server and removes its folder. */
  readonly remove: () => Promise<void>;
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};

/** A NATS server of one's own, on free ports; without configuration it has JetStream and asks for no password. */
export const freshNats = async (config?: NatsConfig): Promise<FreshNats> => {
  const dir = mkdtempSync(join(provided().home, 'nats-'));
  const [port, monitorPort] = [await freePort(), await freePort()];
  const configFile = config === undefined ? undefined : join(dir, 'nats.conf');
  if (config !== undefined && configFile !== undefined) {
    const place = { storeDir: join(dir, 'data'), port, monitorPort };
    writeFileSync(configFile, typeof config === 'string' ? config : config(place), { mode: 0o600 });
  }
  const nats = await startNats({ dir, configFile, port, monitorPort, log: (line) => console.log(line) });
  const remove = async () => {
    if (nats.owned) await nats.kill();
    rmSync(dir, { recursive: true, force: true });
  };
  return Object.defineProperties({} as FreshNats, {
    ...Object.getOwnPropertyDescriptors(nats), // its pid is a getter
    remove: { value: remove, enumerable: true },
    [Symbol.asyncDispose]: { value: remove },
  });
};
