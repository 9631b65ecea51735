import type { EventEnvelope, ServiceName } from '@madang/contracts';
import { type Db, PATIENCE } from './database.ts';
import { holdPosition, movePosition } from './position.ts';
import { standOf } from './stand.ts';
import { type HeardFact, type Hearing, isEarly, isNotYet, takeFacts } from './take-facts.ts';
import type { RecordContext } from './types.ts';

export type Taking = {
  readonly context: RecordContext;
  readonly hearing: Hearing;
  readonly source: ServiceName;
  /** Every source this service hears. */
  readonly sources: ReadonlySet<ServiceName>;
  /** Types that mean something here; others only move the position. */
  readonly types: ReadonlySet<string>;
};

const putAside = (
  tx: Db,
  source: ServiceName,
  fact: HeardFact,
  state: 'early' | 'parked' | 'behind',
  reason: string,
): Promise<number> =>
  tx.$executeRawUnsafe(
    'INSERT INTO waiting VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
    source,
    fact.sequence,
    fact.event.subject,
    state,
    reason,
    fact.bytes,
  );

export type Taken = { readonly own: readonly EventEnvelope[]; readonly putAside: number };

/** Takes a page of facts and moves the position in one transaction. Throws when anything fails; then nothing happened. */
export const takePage = async (taking: Taking, page: readonly HeardFact[], heard: number): Promise<Taken> => {
  const { context, hearing, source, sources, types } = taking;
  const last = page.at(-1)?.sequence ?? heard;
  const taken = await context.database.$transaction(async (tx) => {
    const subjects = page.filter((fact) => types.has(fact.event.type)).map((fact) => fact.event.subject);
    const stand = await standOf(tx, context.service.name, source, subjects, heard);
    const known = { ...stand.known, [source]: last };
    const held = new Set(stand.held);
    const ready: EventEnvelope[] = [];
    let aside = 0;
    for (const fact of page) {
      if (fact.sequence <= stand.at || !types.has(fact.event.type)) continue;
      const early = isEarly(fact.event, known, sources);
      if (early || held.has(fact.event.subject)) {
        aside += 1;
        held.add(fact.event.subject);
        await putAside(
          tx,
          source,
          fact,
          early ? 'early' : 'behind',
          early ? 'its cause is not heard yet' : 'follows one that waits',
        );
      } else ready.push(fact.event);
    }
    const own = ready.length > 0 ? await takeFacts(context, tx, hearing, ready) : [];
    if (last > stand.at) await movePosition(tx, context.service.name, source, last);
    context.at('consumer-before-commit');
    return { own, putAside: aside };
  }, PATIENCE);
  context.at('consumer-after-commit');
  return taken;
};

/** Puts a fact that cannot be taken aside with its reason and goes on behind it. */
export const setAside = async (
  { context, source }: Taking,
  fact: HeardFact,
  fault: unknown,
): Promise<void> => {
  await context.database.$transaction(async (tx) => {
    const at = await holdPosition(tx, context.service.name, source);
    if (at >= fact.sequence) return;
    await putAside(tx, source, fact, isNotYet(fault) ? 'early' : 'parked', reasonOf(fault));
    await movePosition(tx, context.service.name, source, fact.sequence);
  }, PATIENCE);
};

/** Codes only: a reason never repeats what a fact or a fault says of people. */
const reasonOf = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 300) : 'unknown fault';
