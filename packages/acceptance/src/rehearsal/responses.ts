import type { Drawn } from './drawn-contributions.ts';

/** Contributions on one commitment and one theme: they share an answer. */
export type Cluster = {
  readonly key: string;
  readonly commitment: number;
  readonly lead: string;
  readonly theme: string;
  readonly members: readonly Drawn[];
};

/** The clusters of all contributions that are to be answered, by commitment and theme. */
export const clustersOf = (drawn: readonly Drawn[]): readonly Cluster[] =>
  [
    ...Map.groupBy(
      drawn.filter(({ fate }) => fate === 'answered'),
      ({ commitment, theme }) => `${commitment}-${theme}`,
    ),
  ].flatMap(([key, members]) => {
    const [first] = members;
    return first === undefined
      ? []
      : [{ key, commitment: first.commitment, lead: first.lead, theme: first.theme, members }];
  });
