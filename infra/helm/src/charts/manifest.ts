export type Variable = {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
};
type Labels = Readonly<Record<string, string>>;
export type Container = {
  readonly name: string;
  readonly workingDir?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly Variable[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
};
/** What of a Secret is mounted, and as which files; all of it where no items are named. */
export type Source = {
  readonly name: string;
  readonly items?: readonly { readonly key: string; readonly path: string }[] | undefined;
};
type Volume = {
  readonly name: string;
  readonly secret?: { readonly secretName: string; readonly items?: Source['items'] };
  readonly projected?: { readonly sources: readonly { readonly secret?: Source }[] };
  readonly persistentVolumeClaim?: { readonly claimName: string };
};
export type Pod = {
  readonly metadata: { readonly labels: Labels };
  readonly spec: {
    readonly automountServiceAccountToken?: boolean;
    readonly restartPolicy?: string;
    readonly containers: readonly Container[];
    readonly volumes?: readonly Volume[];
  };
};

/** As much of a rendered manifest as is looked at here. */
export type Manifest = {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Labels };
  readonly data?: Labels;
  readonly spec?: {
    readonly template?: Pod;
    readonly jobTemplate?: { readonly spec: { readonly template: Pod } };
    readonly podSelector?: { readonly matchLabels: Labels };
    readonly policyTypes?: readonly string[];
  };
};

export type Workload = {
  readonly name: string;
  readonly pod: Pod;
  /** Whether it runs by the clock. */
  readonly isTimed: boolean;
};

/** What makes pods. */
export const workloadsIn = (manifests: readonly Manifest[]): readonly Workload[] =>
  manifests.flatMap(({ kind, metadata, spec }) => {
    const pod = kind === 'CronJob' ? spec?.jobTemplate?.spec.template : spec?.template;
    return ['Deployment', 'StatefulSet', 'Job', 'CronJob'].includes(kind) && pod
      ? [{ name: metadata.name, pod, isTimed: kind === 'CronJob' }]
      : [];
  });
