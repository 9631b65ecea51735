import type { After, ServiceName } from '@madang/contracts';
import type { Instant, Place, Told } from './words.ts';

/** Whether a fact is newer than the last one heard of its source: what comes again or too late is dropped. */
export const isNews = (handled: After, fact: Pick<Told, 'source' | 'sequence'>): boolean =>
  fact.sequence > (handled[fact.source] ?? 0);

/** The farther of two positions, source by source. */
export const farther = (one: After, other: After): After => {
  const sources = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort() as ServiceName[];
  return Object.fromEntries(
    sources.map((source) => [source, Math.max(one[source] ?? 0, other[source] ?? 0)]),
  );
};

/** The later of two instants; an empty one is earlier than any. */
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Names what a process has heard, for ids of commands that are asked again when something new is heard. */
export const versionOf = (handled: After): string =>
  Object.entries(handled)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([source, sequence]) => `${source}-${sequence}`)
    .join('.') || 'at-start';

/** A line for the people who look at Temporal's pages. */
export const detailsOf = (place: Place, until: Instant | null): string =>
  `**${place.stage}**: waits for ${place.waitingFor}${until === null ? '' : ` until ${until}`}. Next: ${place.next}.${
    place.awaited.length > 0 ? `\n\nAwaited: ${place.awaited.join(', ')}` : ''
  }`;
