import type { EventEnvelope } from '@madang/contracts';
import type { Applies } from '@madang/decider';

/** Hands facts to projections or copies in runs of one type, in their order, so that rows can be written in bulk. */
export const applyFacts = async (
  applying: readonly Applies[],
  rows: unknown,
  facts: readonly EventEnvelope[],
): Promise<void> => {
  const byType = Map.groupBy(applying, (one) => one.event.type);
  let run: EventEnvelope[] = [];
  const flush = async (): Promise<void> => {
    const [first] = run;
    if (!first) return;
    for (const one of byType.get(first.type) ?? []) await one.apply(rows as never, run as never);
    run = [];
  };
  for (const fact of facts) {
    if (!byType.has(fact.type)) continue;
    if (run[0] && run[0].type !== fact.type) await flush();
    run.push(fact);
  }
  await flush();
};
