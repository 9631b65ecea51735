import { natsBinary, temporalBinary } from './engines/find/catalogue.ts';
import { findEngine } from './engines/find/find-engine.ts';

/** Finds, fetches or builds the engines and says where they are, so that nothing that follows waits for a compiler. */
const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(0)} s`;
const tick = setInterval(() => console.log(`engines: still at it after ${seconds()}`), 30_000);
try {
  for (const engine of [natsBinary, temporalBinary]) {
    const found = await findEngine(engine, console.log);
    const where =
      found.kind === 'binary' ? found.path : found.kind === 'address' ? found.address : found.image;
    console.log(`engines: ${engine.title} is at ${where} (${seconds()})`);
  }
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
} finally {
  clearInterval(tick);
}
