import { CycleResumed, CycleSuspended, type DataOf, ForumFounded } from '@madang/contracts';
import { copy } from '@madang/decider';

export type ForumCopyWriter = {
  readonly keepForums: (forums: readonly DataOf<typeof ForumFounded>[]) => Promise<void>;
  readonly suspendCycles: (cycleIds: readonly string[]) => Promise<void>;
  readonly resumeCycles: (cycleIds: readonly string[]) => Promise<void>;
};

const cycles = (facts: readonly { readonly data: { readonly cycleId: string } }[]): readonly string[] =>
  facts.map(({ data }) => data.cycleId);

/** What ministries keep of forums: by which calendar they count, and which cycles stand still. */
export const forumCopies = [
  copy(ForumFounded, (rows: ForumCopyWriter, facts) => rows.keepForums(facts.map(({ data }) => data))),
  copy(CycleSuspended, (rows: ForumCopyWriter, facts) => rows.suspendCycles(cycles(facts))),
  copy(CycleResumed, (rows: ForumCopyWriter, facts) => rows.resumeCycles(cycles(facts))),
];
