/**
 * Does work on many things at once, at most `width` at a time. Things of one lane are done one after the other in their
 * order, so that what concerns one matter keeps its order.
 */
export const inLanes = async <T>(
  things: readonly T[],
  laneOf: (thing: T) => string,
  work: (thing: T) => Promise<unknown>,
  width = 24,
): Promise<void> => {
  const lanes = [...Map.groupBy(things, laneOf).values()];
  const next = lanes[Symbol.iterator]();
  const worker = async () => {
    for (const lane of next) for (const thing of lane) await work(thing);
  };
  await Promise.all(Array.from({ length: Math.min(width, lanes.length) }, worker));
};
