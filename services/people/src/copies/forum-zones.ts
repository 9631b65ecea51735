import { ForumFounded } from '@madang/contracts';
import { copy } from '@madang/decider';

export type ZoneWriter = {
  readonly keepZones: (rows: readonly { readonly forumId: string; readonly zone: string }[]) => Promise<void>;
};

/** In whose days a forum's digests are gathered. */
export const copyZone = copy(ForumFounded, (rows: ZoneWriter, facts) =>
  rows.keepZones(facts.map(({ data: { forumId, zone } }) => ({ forumId, zone }))),
);
