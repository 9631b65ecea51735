type Variable = { readonly name: string; readonly value?: string; readonly valueFrom?: unknown };
type Labels = Readonly<Record<string, string>>;
export type Container = {
  readonly name: string;
  readonly workingDir?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly Variable[];
};
export type Pod = {
  readonly metadata: { readonly labels: Labels };
  readonly spec: {
    readonly automountServiceAccountToken?: boolean;
    readonly containers: readonly Container[];
  };
};

/** As much of a rendered manifest as is looked at here. */
export type Manifest = {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Labels;
  readonly spec?: {
    readonly template?: Pod;
    readonly podSelector?: { readonly matchLabels: Labels };
    readonly policyTypes?: readonly string[];
  };
};

export type Workload = { readonly name: string; readonly pod: Pod };

/** What makes pods. */
export const workloadsIn = (manifests: readonly Manifest[]): readonly Workload[] =>
  manifests.flatMap(({ kind, metadata, spec }) =>
    ['Deployment', 'StatefulSet', 'Job'].includes(kind) && spec?.template
      ? [{ name: metadata.name, pod: spec.template }]
      : [],
  );
