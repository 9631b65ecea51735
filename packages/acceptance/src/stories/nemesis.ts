import type { System } from '@madang/local';
import { seeded } from '../rehearsal/seeded.ts';

/** Something that can be killed and started again. */
type Victim = { readonly kill: () => Promise<void>; readonly start: () => Promise<void> };

/** Who is killed when so many commands have been answered. */
export type Blow = { readonly victim: string; readonly after: number };

export const everybody = [
  'forums',
  'commitments',
  'ministries',
  'people',
  'workflows',
  'portal',
  'nats',
  'temporal',
  'postgres',
] as const;

/** Draws a moment for each victim from a seed; `commands` is how many an undisturbed run asks. */
export const drawnBlows = (
  seed: number,
  commands: number,
  victims: readonly string[] = everybody,
): readonly Blow[] => {
  const draw = seeded(seed);
  return victims
    .map((victim) => ({ victim, after: Math.floor(draw() * commands) }))
    .toSorted((a, b) => a.after - b.after);
};

const victimsOf = ({ processes, engines }: System): Readonly<Record<string, Victim>> => ({
  ...processes,
  postgres: engines.postgres,
  nats: engines.nats,
  temporal: engines.temporal,
});

const look = 15;

/** Strikes each blow at its moment, by SIGKILL, and starts the victim again. Gives what waits for the last one to be up. */
export const strike = (
  system: System,
  blows: readonly Blow[],
  progress: () => number,
  say: (line: string) => void,
): { readonly end: () => Promise<readonly Blow[]> } => {
  const left = [...blows];
  const struck: Blow[] = [];
  let over = false;
  const work = async (): Promise<void> => {
    while (!over && left.length > 0) {
      const [next] = left;
      if (next === undefined || progress() < next.after) {
        await new Promise((again) => setTimeout(again, look));
        continue;
      }
      left.shift();
      const victim = victimsOf(system)[next.victim];
      if (victim === undefined) throw new Error(`There is no ${next.victim} to kill.`);
      await victim.kill();
      await victim.start();
      struck.push(next);
      say(`${next.victim} was killed after ${next.after} commands and runs again`);
    }
  };
  const working = work();
  return {
    end: async () => {
      over = true;
      await working;
      return struck;
    },
  };
};
