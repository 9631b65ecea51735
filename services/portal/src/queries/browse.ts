import { type Name, type NamedFrom, nameOn } from '../domain/name-on.ts';

export type BrowsedCommitment = {
  readonly id: string;
  readonly number: number;
  readonly title: Name;
  readonly sdgTargets: readonly string[];
  readonly values: readonly string[];
  readonly themes: readonly string[];
  readonly leadInstitutionId: string;
};
export type BrowseRows = {
  /** Commitments of a cycle with what their latest version serves. */
  readonly servedIn: (cycleId: string, take: number) => Promise<readonly BrowsedCommitment[]>;
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly NamedFrom[]>>;
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
  /** By the institution that leads. */
  readonly leads: readonly {
    readonly id: string;
    readonly name: Name;
    readonly commitments: readonly BrowsedCommitment[];
  }[];
  /** Themes that commitments have. */
  readonly served: readonly { readonly theme: string; readonly commitments: readonly BrowsedCommitment[] }[];
  readonly themes: Awaited<ReturnType<BrowseRows['themeCounts']>>;
};

/** A cycle by leading institution, Sustainable Development Goal, OGP value and theme. */
export const browse = async (rows: BrowseRows, cycleId: string, today: string): Promise<Browse> => {
  const commitments = await rows.servedIn(cycleId, 500);
  const names = await rows.namesOf(commitments.map((one) => one.leadInstitutionId));
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
    leads: [...Map.groupBy(commitments, (one) => one.leadInstitutionId)]
      .map(([id, led]) => ({
        id,
        name: nameOn(names.get(id) ?? [], today) ?? { ko: id.slice(0, 8), en: id.slice(0, 8) },
        commitments: led,
      }))
      .toSorted((a, b) => a.name.ko.localeCompare(b.name.ko, 'ko')),
    served: [...new Set(commitments.flatMap((one) => one.themes))].toSorted().map((theme) => ({
      theme,
      commitments: commitments.filter((one) => one.themes.includes(theme)),
    })),
    themes: await rows.themeCounts(cycleId, 200),
  };
};
