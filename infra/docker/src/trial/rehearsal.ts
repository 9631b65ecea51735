import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { secondsSince, tell as tellOfContainers, top } from './composition.ts';

/** A system that answers somewhere: a composition, or a cluster. */
export type Playground = {
  readonly portalUrl: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the course of a rehearsal is told. */
  readonly tell?: (line: string) => void;
};

/** A rehearsal that plays against a system, seen from outside. */
export type Rehearsal = {
  readonly run: string;
  /** Comes when the cycle has reached a stage. @throws when the rehearsal ends before */
  readonly reached: (stage: string) => Promise<void>;
  /** The digest of its facts. @throws when something that must hold does not */
  readonly digest: Promise<string>;
};

/** Seconds for which the driver asks again: a restart of everything takes its time on a busy machine. */
const PATIENCE = '300';

/** @param folder top folder of the checkout whose rehearsal is played */
export const rehearse = (
  { environment, portalUrl, tell = tellOfContainers }: Playground,
  scenario: string,
  folder = top,
): Rehearsal => {
  const begun = performance.now();
  const run = `trial-${randomUUID()}`;
  const played = spawn(
    process.execPath,
    [
      ...['packages/acceptance/src/rehearse.ts', `packages/acceptance/scenarios/${scenario}.yaml`],
      ...['--name', run, '--patience', PATIENCE],
    ],
    {
      cwd: folder,
      env: { ...environment, MADANG_PORTAL_URL: portalUrl },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  const stages = new Set<string>();
  createInterface({ input: played.stdout }).on('line', (line) => {
    lines.push(line);
    // A line for each act: when by the forum's clock, the stage, the act.
    const stage = /^\d{4}-\d\d-\d\d \d\d:\d\d {2}(\S+) /.exec(line)?.[1];
    if (stage && !stages.has(stage)) tell(`${scenario} comes to ${stage} after ${secondsSince(begun)}`);
    if (stage) stages.add(stage);
    for (const look of waiting) look();
  });
  const ended = new Promise<number | null>((resolve) => played.on('close', resolve));
  const digest = ended.then((code) => {
    const found = lines.map((line) => /digest of the facts: (\w+)/.exec(line)?.[1]).find(Boolean);
    if (code !== 0 || !found)
      throw new Error(`the rehearsal of ${scenario} did not hold:\n${lines.slice(-40).join('\n')}`);
    const held = lines.filter((line) => /^ {2}✓/.test(line)).length;
    tell(
      `${scenario} rehearsed in ${secondsSince(begun)}: ${held} things that must hold do; digest ${found}`,
    );
    for (const line of lines.filter((one) => /asked again:|wall time/.test(one))) tell(line.trim());
    return found;
  });
  // Whoever awaits it is told; until then nobody has to.
  digest.catch(() => undefined);
  const reached = (stage: string): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        waiting.push(() => stages.has(stage) && resolve());
      }),
      digest.then(() => {
        throw new Error(`the rehearsal ended without ${stage}`);
      }),
    ]);
  return { run, reached, digest };
};

/** What a system holds of a run: its facts, its processes, its public page. */
export const standingOf = ({ environment, portalUrl }: Playground, run: string): Record<string, unknown> => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['packages/acceptance/src/standing.ts', '--name', run],
    { cwd: top, env: { ...environment, MADANG_PORTAL_URL: portalUrl }, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`what is there could not be read: ${stderr.slice(-2_000)}`);
  return JSON.parse(stdout) as Record<string, unknown>;
};
