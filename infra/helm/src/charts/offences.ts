import { type Manifest, workloadsIn } from './manifest.ts';

type Rule = (manifests: readonly Manifest[]) => readonly string[];

const noSecretInAChart: Rule = (manifests) =>
  manifests
    .filter(({ kind }) => kind === 'Secret')
    .map(({ metadata }) => `${metadata.name} is a Secret: charts only name Secrets that are there already`);

/** A path or a reference to another variable is no secret. */
const tellsNothing = (value: string): boolean => value === '' || /^\/|\$\(/.test(value);
const noSecretInClear: Rule = (manifests) =>
  workloadsIn(manifests).flatMap(({ name, pod }) =>
    pod.spec.containers
      .flatMap(({ env = [] }) => env)
      .filter((one) => /PASSWORD|SECRET|KEY|TOKEN/.test(one.name) && !one.valueFrom)
      .filter((one) => !tellsNothing(one.value ?? ''))
      .map((one) => `${name} is told ${one.name} in clear`),
  );

const noRightsInTheCluster: Rule = (manifests) =>
  workloadsIn(manifests)
    .filter(({ pod }) => pod.spec.automountServiceAccountToken !== false)
    .map(({ name }) => `${name} can speak to the cluster's API: automountServiceAccountToken: false`);

const aWallAroundEveryPod: Rule = (manifests) => {
  const walls = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  // An installation may do without; one that has walls has them everywhere.
  if (walls.length === 0) return [];
  return workloadsIn(manifests).flatMap(({ name, pod }) => {
    const around = walls.filter(({ spec }) =>
      Object.entries(spec?.podSelector?.matchLabels ?? {}).every(
        ([key, value]) => pod.metadata.labels[key] === value,
      ),
    );
    const both = around.filter(({ spec }) => spec?.policyTypes?.toSorted().join() === 'Egress,Ingress');
    return both.length === 1 ? [] : [`${name} has ${both.length} walls around it, and needs one`];
  });
};

/** What is wrong with rendered manifests by the house's own rules, beside those of the tools. */
export const offencesIn: Rule = (manifests) =>
  [noSecretInAChart, noSecretInClear, noRightsInTheCluster, aWallAroundEveryPod].flatMap((rule) =>
    rule(manifests),
  );
