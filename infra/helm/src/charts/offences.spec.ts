import { describe, expect, it } from 'vitest';
import type { Manifest, Variable } from './manifest.ts';
import { offencesIn } from './offences.ts';

const deployment = (
  env: readonly Variable[] = [],
  automountServiceAccountToken: boolean | undefined = false,
): Manifest => ({
  kind: 'Deployment',
  metadata: { name: 'oak' },
  spec: {
    template: {
      metadata: { labels: { name: 'oak', version: '1' } },
      spec: { automountServiceAccountToken, containers: [{ name: 'oak', env }] },
    },
  },
});
const wall = (policyTypes: readonly string[], name = 'oak'): Manifest => ({
  kind: 'NetworkPolicy',
  metadata: { name },
  spec: { podSelector: { matchLabels: { name } }, policyTypes },
});
const both = ['Ingress', 'Egress'];

describe('a rendered chart', () => {
  it('that names its secrets and walls its pods in is in order', () => {
    const env = [
      { name: 'DATABASE_PASSWORD', valueFrom: { secretKeyRef: { name: 'roles', key: 'oak' } } },
      { name: 'MASTER_KEY_FILE', value: '/secrets/master-key' },
      { name: 'ROUTES_PASSWORD', value: '"$(ROUTES_SECRET)"' },
    ];
    expect(offencesIn([deployment(env), wall(both)])).toEqual([]);
  });
  it('may bring no Secret', () => {
    expect(offencesIn([{ kind: 'Secret', metadata: { name: 'madang' } }])).toEqual([
      expect.stringContaining('madang is a Secret'),
    ]);
  });
  it('may tell no secret in clear', () => {
    expect(offencesIn([deployment([{ name: 'SMTP_PASSWORD', value: 'abc' }])])).toEqual([
      'oak is told SMTP_PASSWORD in clear',
    ]);
  });
  it('may say nothing twice', () => {
    const env = ['production', 'development'].map((value) => ({ name: 'NODE_ENV', value }));
    expect(offencesIn([deployment(env)])).toEqual(['oak is told NODE_ENV twice']);
  });
  it('that has walls has one before PostgreSQL', () => {
    const cluster: Manifest = { kind: 'Cluster', metadata: { name: 'elm' } };
    const before: Manifest = {
      kind: 'NetworkPolicy',
      metadata: { name: 'elm' },
      spec: { podSelector: { matchLabels: { 'cnpg.io/cluster': 'elm' } }, policyTypes: ['Ingress'] },
    };
    expect(offencesIn([cluster, before])).toEqual([]);
    expect(offencesIn([cluster, wall(both)])).toEqual(['elm has no wall before it']);
  });
  it('may ask for no volume that nothing mounts by itself, but in a hook', () => {
    const claim = { kind: 'PersistentVolumeClaim', metadata: { name: 'leaves' } };
    expect(offencesIn([claim])).toEqual([expect.stringContaining('leaves is mounted by nothing')]);
    const annotations = { 'helm.sh/hook': 'pre-install' };
    expect(offencesIn([{ ...claim, metadata: { name: 'leaves', annotations } }])).toEqual([]);
  });
  it("may let no pod speak to the cluster's API", () => {
    const { spec } = deployment();
    const { automountServiceAccountToken: _, ...open } = spec?.template?.spec ?? { containers: [] };
    const left = { ...deployment(), spec: { template: { metadata: { labels: {} }, spec: open } } };
    expect(offencesIn([left])).toEqual([expect.stringContaining('automountServiceAccountToken')]);
  });
  it('that has walls has one, both ways, around every pod', () => {
    expect(offencesIn([deployment(), wall(both, 'elm')])).toEqual([
      expect.stringContaining('oak has 0 walls'),
    ]);
    expect(offencesIn([deployment(), wall(['Ingress'])])).toEqual([
      expect.stringContaining('oak has 0 walls'),
    ]);
  });
});
