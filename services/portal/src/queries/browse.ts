type Name = { readonly ko: string; readonly en: string };
export type BrowsedCommitment = {
  readonly id: string;
  readonly number: number;
  readonly title: Name;
  readonly sdgTargets: readonly string[];
  readonly values: readonly string[];
};
export type BrowseRows = {
  /** Commitments of a cycle with what their latest version serves. */
  readonly servedIn: (cycleId: string, take: number) => Promise<readonly BrowsedCommitment[]>;
  readonly themeCounts: (
    cycleId: string,
    take: number,
  ) => Promise<
    readonly { readonly theme: string; readonly proposals: number; readonly contributions: number }[]
  >;
};
export type Goal = { readonly goal: number; readonly commitments: readonly BrowsedCommitment[] };
export type Browse = {
  /** Sustainable Development Goals 1 to 17 that a commitment serves, each with its commitments. */
  readonly goals: readonly Goal[];
  readonly values: readonly { readonly value: string; readonly commitments: readonly BrowsedCommitment[] }[];
  readonly themes: Awaited<ReturnType<BrowseRows['themeCounts']>>;
};

/** A cycle by Sustainable Development Goal, by OGP value and by theme. */
export const browse = async (rows: BrowseRows, cycleId: string): Promise<Browse> => {
  const commitments = await rows.servedIn(cycleId, 200);
  const goalsOf = (one: BrowsedCommitment): readonly number[] =>
    one.sdgTargets.map((target) => Number.parseInt(target, 10)).filter((goal) => goal >= 1 && goal <= 17);
  return {
    goals: Array.from({ length: 17 }, (_, at) => ({
      goal: at + 1,
      commitments: commitments.filter((one) => goalsOf(one).includes(at + 1)),
    })).filter((one) => one.commitments.length > 0),
    values: (['transparency', 'participation', 'accountability', 'technology', 'inclusion'] as const)
      .map((value) => ({ value, commitments: commitments.filter((one) => one.values.includes(value)) }))
      .filter((one) => one.commitments.length > 0),
    themes: await rows.themeCounts(cycleId, 200),
  };
};
