import { fixedPorts, type SystemOptions, startSystem } from '@madang/local';

/** A running system, and what ends it when it was started here. */
export type AtHand = {
  readonly portalUrl: string;
  readonly startedHere: boolean;
  readonly stop: () => Promise<void>;
};

/** Milliseconds: one that is named is there, however busy it is. */
const PATIENCE = process.env.MADANG_PORTAL_URL ? 30_000 : 3_000;
const answers = async (url: string): Promise<boolean> =>
  fetch(`${url}/openapi.json`, { signal: AbortSignal.timeout(PATIENCE) }).then(
    (response) => response.ok,
    () => false,
  );

/** Uses the system that runs, or starts it in its usual folder. */
export const systemAtHand = async (
  say: (line: string) => void,
  options: SystemOptions = {},
): Promise<AtHand> => {
  const usual = process.env.MADANG_PORTAL_URL ?? `http://127.0.0.1:${fixedPorts().portal}`;
  if (await answers(usual)) return { portalUrl: usual, startedHere: false, stop: async () => {} };
  say('Nothing answers at the portal: starting the system.');
  const system = await startSystem({
    ...options,
    onStep: (step, state) => state === 'begun' && say(`  ${step}`),
  });
  return { portalUrl: system.portalUrl, startedHere: true, stop: system.stop };
};
