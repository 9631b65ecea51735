import type { ServiceName } from '@madang/contracts';
import { applyFacts } from './apply-facts.ts';
import { keepClocks } from './clocks.ts';
import type { Db } from './database.ts';
import { holdPosition, movePosition } from './position.ts';
import { type HeardFact, hearingOf } from './take-facts.ts';
import type { RecordContext } from './types.ts';

const AT_ONCE = 500;
const PATIENCE = { maxWait: 20_000, timeout: 1_800_000 } as const;

/**
 * Empties what copies wrote and fills it again from the streams' first fact to their heads, all in one transaction: readers
 * see the old rows until the new ones are complete, and a listener that runs waits at its position and goes on behind it.
 * Reactions do not run. Sources are read one after the other, so copies of different sources must not build on each other.
 * @returns how many facts each source had
 */
export const rebuildCopies = async (
  context: RecordContext,
  inlets: readonly {
    readonly source: ServiceName;
    readonly read: (afterSequence: number, max: number) => Promise<readonly HeardFact[]>;
  }[],
  empty: (tx: Db) => Promise<void>,
): Promise<Readonly<Partial<Record<ServiceName, number>>>> =>
  context.database.$transaction(async (tx) => {
    const { name } = context.service;
    for (const { source } of inlets) await holdPosition(tx, name, source);
    await tx.$executeRawUnsafe('DELETE FROM waiting');
    await tx.$executeRawUnsafe('DELETE FROM forum_clock');
    await empty(tx);
    const heard: { [S in ServiceName]?: number } = {};
    for (const { source, read } of inlets) {
      const { copies } = hearingOf(context, source);
      let at = 0;
      for (let page = await read(at, AT_ONCE); page.length > 0; page = await read(at, AT_ONCE)) {
        const events = page.map((fact) => fact.event);
        await keepClocks(tx, events);
        await applyFacts(copies, context.rows(tx), events);
        at = page.at(-1)?.sequence ?? at;
      }
      await movePosition(tx, name, source, at);
      heard[source] = at;
    }
    return heard;
  }, PATIENCE);
