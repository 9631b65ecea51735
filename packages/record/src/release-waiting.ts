import type { EventEnvelope, ServiceName } from '@madang/contracts';
import { PATIENCE } from './database.ts';
import { holdPosition, positions } from './position.ts';
import { type Hearing, isEarly, isNotYet, takeFacts } from './take-facts.ts';
import type { RecordContext } from './types.ts';

export type Releasing = {
  readonly context: RecordContext;
  readonly hearing: Hearing;
  readonly source: ServiceName;
  readonly sources: ReadonlySet<ServiceName>;
  readonly onTaken: (source: ServiceName, sequence: number, own: readonly EventEnvelope[]) => void;
  readonly onFault: (fault: unknown) => void;
};

export type Released = { readonly released: number; readonly left: number };

/**
 * Takes in what waited, aggregate by aggregate in order, as far as its causes are heard now.
 * @param replay an aggregate (`cycle/<id>`) whose parked facts an operator wants tried again
 */
export const releaseWaiting = async (deps: Releasing, replay?: string): Promise<Released> => {
  const { context, hearing, source, sources } = deps;
  const first = await context.database.$queryRawUnsafe<{ aggregate: string; state: string }[]>(
    'SELECT DISTINCT ON (aggregate) aggregate, state FROM waiting WHERE source = $1 ORDER BY aggregate, sequence',
    source,
  );
  let released = 0;
  for (const { aggregate, state } of first) {
    if (replay === undefined ? state === 'parked' : aggregate !== replay) continue;
    try {
      released += await context.database.$transaction(async (tx) => {
        await holdPosition(tx, context.service.name, source);
        const rows = await tx.$queryRawUnsafe<{ bytes: string }[]>(
          'SELECT bytes FROM waiting WHERE source = $1 AND aggregate = $2 ORDER BY sequence FOR UPDATE',
          source,
          aggregate,
        );
        const known = await positions(tx);
        const events = rows.map((row) => JSON.parse(row.bytes) as EventEnvelope);
        if (events.length === 0 || events.some((event) => isEarly(event, known, sources))) return 0;
        const own = await takeFacts(context, tx, hearing, events);
        await tx.$executeRawUnsafe(
          'DELETE FROM waiting WHERE source = $1 AND aggregate = $2',
          source,
          aggregate,
        );
        deps.onTaken(source, known[source] ?? 0, own);
        return rows.length;
      }, PATIENCE);
    } catch (fault) {
      if (!isNotYet(fault)) deps.onFault(fault);
    }
  }
  return { released, left: first.length };
};
