import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildImage } from './trial/build-image.ts';
import { type Composition, image, openComposition, secondsSince, tell } from './trial/composition.ts';
import { tryLeaks } from './trial/leaks.ts';
import { tellMeasures } from './trial/measures.ts';
import { rehearse } from './trial/rehearsal.ts';
import { tryProduction } from './trial/try-production.ts';
import { tryRestart } from './trial/try-restart.ts';
import { tryTelemetry } from './trial/try-telemetry.ts';
import { tryTwo } from './trial/try-two.ts';
import { tryUpgrade } from './trial/try-upgrade.ts';

/**
 * `pnpm containers`: builds the image and brings the composition up, rehearses Korea's plan against it, restarts everything in
 * the middle, takes it down and brings it up again, looks for secrets where none may be seen, and leaves nothing behind. Says one
 * line where Docker does not answer. With MADANG_IMAGE nothing is built and that image is tried. Instead of that, one or more of
 *
 *     --two          one of each process, then two of each behind a door: the same facts, and both had work
 *     --upgrade      a plan begun on a former version ends on this one
 *     --production   Temporal in its production form, with the secrets and refusals of production
 *     --telemetry    Prometheus, Grafana and Jaeger beside it: what they show of a cycle, and what an operator is woken for
 */
const { values } = parseArgs({
  options: {
    two: { type: 'boolean' },
    upgrade: { type: 'boolean' },
    production: { type: 'boolean' },
    telemetry: { type: 'boolean' },
  },
});
const answers = (...args: readonly string[]): boolean =>
  spawnSync('docker', args, { timeout: 20_000 }).status === 0;

const asUsual = async (composition: Composition): Promise<void> => {
  composition.compose('up', '--wait');
  tellMeasures(composition);
  await tryRestart(composition, 'korea-4th-plan', 'consultation');
  tryLeaks(composition);
};
const withTwo = async (composition: Composition): Promise<void> => {
  composition.compose('up', '--wait');
  await tryTwo(composition, await rehearse(composition, 'korea-4th-plan').digest);
};

/** Of every profile and with whatever an override added. */
const clear = (composition: Composition): void =>
  composition
    .like({ environment: { COMPOSE_PROFILES: 'development,production,telemetry' } })
    .compose('down', '--volumes', '--remove-orphans');

const trials = [
  ...(values.two ? [withTwo] : []),
  ...(values.upgrade ? [tryUpgrade] : []),
  ...(values.production ? [tryProduction] : []),
  ...(values.telemetry ? [tryTelemetry] : []),
];

if (!answers('info') || !answers('compose', 'version')) {
  console.log('Docker or its compose plugin does not answer: the composition is not tried here.');
} else {
  const begun = performance.now();
  const composition = openComposition();
  try {
    // Whatever an interrupted trial left.
    clear(composition);
    if (process.env.MADANG_IMAGE) tell(`${image} is tried as it is`);
    else buildImage(composition);
    for (const one of trials.length > 0 ? trials : [asUsual]) {
      await one(composition);
      clear(composition);
    }
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    console.error(composition.said('ps', '--all').text);
    console.error(composition.said('logs', '--tail', '15').text.slice(-20_000));
    process.exitCode = 1;
    clear(composition);
  } finally {
    tell(`${process.exitCode ? 'failed' : 'all held'} after ${secondsSince(begun)}`);
  }
}
