import { freePort } from '../engines/free-port.ts';

/** Every port of a system. */
export type SystemPorts = {
  readonly portal: number;
  readonly postgres: number;
  readonly nats: number;
  readonly natsMonitor: number;
  readonly temporal: number;
  readonly temporalUi: number;
  /** The first of the health ports; each process gets the next. */
  readonly health: number;
};

const usualBase = 8080;

const numberIn = (variable: string): number | undefined => {
  const text = process.env[variable];
  if (!text) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_500) return port;
  throw new Error(`${variable}=${text} is not a port.`);
};

/** The fixed ports: the portal's is 8080 (MADANG_PORT), the others follow; MADANG_PORT_BASE shifts all. */
export const fixedPorts = (): SystemPorts => {
  const base = numberIn('MADANG_PORT_BASE') ?? usualBase;
  return {
    portal: numberIn('MADANG_PORT') ?? base,
    postgres: base + 1,
    nats: base + 2,
    natsMonitor: base + 3,
    temporal: base + 4,
    temporalUi: base + 5,
    health: base + 10,
  };
};

/** Ports that are free now: for tests and rehearsals, of which several may run. Health ports are found one by one. */
export const anyPorts = async (): Promise<SystemPorts> => ({
  portal: await freePort(),
  postgres: await freePort(),
  nats: await freePort(),
  natsMonitor: await freePort(),
  temporal: await freePort(),
  temporalUi: await freePort(),
  health: 0,
});
