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

/** A cluster takes the last of two and, upgrading, loses either. */
const nothingSaidTwice: Rule = (manifests) =>
  workloadsIn(manifests).flatMap(({ name, pod }) =>
    pod.spec.containers
      .map(({ env = [] }) => env.map((one) => one.name))
      .flatMap((names) => names.filter((one, at) => names.indexOf(one) !== at))
      .map((one) => `${name} is told ${one} twice`),
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

/** The operator makes these pods, with this label, and they must reach the cluster's API: only who comes in is limited. */
const aWallBeforePostgresql: Rule = (manifests) => {
  const walls = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  if (walls.length === 0) return [];
  return manifests
    .filter(({ kind }) => kind === 'Cluster')
    .filter(
      ({ metadata }) =>
        !walls.some(({ spec }) => spec?.podSelector?.matchLabels['cnpg.io/cluster'] === metadata.name),
    )
    .map(({ metadata }) => `${metadata.name} has no wall before it`);
};

/** Where a class of volumes waits for the first pod that mounts a claim, `helm --wait` waits too, in vain if none comes by itself. */
const noClaimThatNobodyMounts: Rule = (manifests) => {
  const mounted = workloadsIn(manifests)
    .filter(({ isTimed }) => !isTimed)
    .flatMap(({ pod }) => pod.spec.volumes ?? [])
    .map(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName);
  return manifests
    .filter(({ kind, metadata }) => kind === 'PersistentVolumeClaim' && !mounted.includes(metadata.name))
    .filter(({ metadata }) => !metadata.annotations?.['helm.sh/hook'])
    .map(({ metadata }) => `${metadata.name} is mounted by nothing that starts by itself: make it a hook`);
};

/** What is wrong with rendered manifests by the house's own rules, beside those of the tools. */
export const offencesIn: Rule = (manifests) =>
  [
    ...[noSecretInAChart, noSecretInClear, nothingSaidTwice],
    ...[noRightsInTheCluster, aWallAroundEveryPod, aWallBeforePostgresql],
    noClaimThatNobodyMounts,
  ].flatMap((rule) => rule(manifests));
