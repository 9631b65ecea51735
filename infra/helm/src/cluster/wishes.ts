/** What the trial is told by its environment. */
export type Wishes = {
  readonly kubeconfig: string;
  /** The image as the cluster fetches it, without its tag. */
  readonly repository: string;
  readonly tag: string;
  /** Another tag of it, to which is upgraded in the middle of a cycle. */
  readonly nextTag: string | undefined;
  /** A file of values for a chart, of what this cluster wants besides: classes of volumes, tolerations, requests. */
  readonly valuesOf: (chart: 'engines' | 'madang') => readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Nothing where no cluster is given. @throws when one is given without an image that it can fetch */
export const wishesOf = (environment: Environment): Wishes | undefined => {
  const { MADANG_CLUSTER: kubeconfig, MADANG_CLUSTER_IMAGE: image = '' } = environment;
  if (!kubeconfig) return undefined;
  const [, repository, tag] = /^(.+):([^:/]+)$/.exec(image) ?? [];
  if (!repository || !tag)
    throw new Error('MADANG_CLUSTER_IMAGE: say which image the cluster fetches, with its tag');
  const given = {
    engines: environment.MADANG_CLUSTER_ENGINES_VALUES,
    madang: environment.MADANG_CLUSTER_MADANG_VALUES,
  };
  return {
    ...{ kubeconfig, repository, tag },
    nextTag: environment.MADANG_CLUSTER_NEXT_TAG || undefined,
    valuesOf: (chart) => [
      ...['--values', `values/${chart}-trial.yaml`],
      ...(given[chart] ? ['--values', given[chart]] : []),
    ],
  };
};
