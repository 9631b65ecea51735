import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Definitions, reduced, strict } from './schemas/reduce.ts';

/**
 * Writes `infra/helm/schemas` anew from the modules of Kubernetes, CloudNativePG and the Prometheus Operator (all under the Apache licence, 2.0), reduced
 * to the kinds that the charts use. Run it when a chart uses another kind or a newer version of them is meant.
 */
const KUBERNETES = 'v1.37.2';
const CLOUDNATIVE_PG = 'v1.29.0';
const PROMETHEUS_OPERATOR = 'v0.85.0';
const kinds: Readonly<Record<string, string>> = {
  'configmap-v1': 'core.v1.ConfigMap',
  'persistentvolumeclaim-v1': 'core.v1.PersistentVolumeClaim',
  'secret-v1': 'core.v1.Secret',
  'service-v1': 'core.v1.Service',
  'deployment-apps-v1': 'apps.v1.Deployment',
  'statefulset-apps-v1': 'apps.v1.StatefulSet',
  'job-batch-v1': 'batch.v1.Job',
  'cronjob-batch-v1': 'batch.v1.CronJob',
  'horizontalpodautoscaler-autoscaling-v2': 'autoscaling.v2.HorizontalPodAutoscaler',
  'ingress-networking-v1': 'networking.v1.Ingress',
  'networkpolicy-networking-v1': 'networking.v1.NetworkPolicy',
  'poddisruptionbudget-policy-v1': 'policy.v1.PodDisruptionBudget',
};

const folder = fileURLToPath(new URL('../schemas', import.meta.url));
const moduleAt = (path: string): string =>
  (
    JSON.parse(execFileSync('go', ['mod', 'download', '-json', path], { encoding: 'utf8' })) as {
      Dir: string;
    }
  ).Dir;
const write = (name: string, what: unknown): void =>
  writeFileSync(join(folder, name), `${JSON.stringify(what)}\n`);

const { definitions } = JSON.parse(
  readFileSync(join(moduleAt(`k8s.io/kubernetes@${KUBERNETES}`), 'api/openapi-spec/swagger.json'), 'utf8'),
) as { definitions: Definitions };
const fullName = (kind: string): string => `io.k8s.api.${kind}`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
write('definitions.json', { definitions: reduced(definitions, Object.values(kinds).map(fullName)) });
for (const [file, kind] of Object.entries(kinds))
  write(`${file}.json`, { $ref: `definitions.json#/definitions/${fullName(kind)}` });

/** The schemas of kinds that an operator brings: file, module, and where its definition lies in it. */
const brought: readonly (readonly [string, string, string])[] = [
  [
    'cluster-postgresql-v1',
    `github.com/cloudnative-pg/cloudnative-pg@${CLOUDNATIVE_PG}`,
    'config/crd/bases/postgresql.cnpg.io_clusters.yaml',
  ],
  ...(['podmonitor', 'prometheusrule'] as const).map(
    (kind) =>
      [
        `${kind}-monitoring-v1`,
        `github.com/prometheus-operator/prometheus-operator@${PROMETHEUS_OPERATOR}`,
        `example/prometheus-operator-crd/monitoring.coreos.com_${kind}s.yaml`,
      ] as const,
  ),
];
for (const [file, module, path] of brought) {
  const crd = parse(readFileSync(join(moduleAt(module), path), 'utf8'));
  write(`${file}.json`, strict(crd.spec.versions[0].schema.openAPIV3Schema));
}
