import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { houseProcesses } from '@madang/local';
import { METRICS } from '@madang/service-kit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(`${folder}${file}`, 'utf8');
type Rules = {
  readonly groups: readonly {
    readonly rules: readonly {
      readonly alert: string;
      readonly expr: string;
      readonly annotations: Record<string, string>;
    }[];
  }[];
};
const rules = (parse(read('alerts.yml')) as Rules).groups.flatMap((one) => one.rules);
const tests = parse(read('alerts.test.yml')) as {
  readonly tests: readonly {
    readonly alert_rule_test?: readonly {
      readonly alertname: string;
      readonly exp_alerts: readonly unknown[];
    }[];
  }[];
};
const dashboard = JSON.parse(read('grafana/madang.json')) as {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
};
const asked = [
  ...rules.map((one) => [one.alert, one.expr] as const),
  ...dashboard.panels.flatMap((one) => one.targets.map(({ expr }) => [one.title, expr] as const)),
];

describe('alerts and dashboards', () => {
  it.each(asked)('%s asks for metrics that there are', (_title, expr) => {
    const names = (expr.match(/madang_\w+/g) ?? []).map((one) => one.replace(/_(bucket|count|sum)$/, ''));
    expect(names.filter((one) => !(Object.values(METRICS) as readonly string[]).includes(one))).toEqual([]);
  });
  it('show every metric that there is', () => {
    const all = asked.map(([, expr]) => expr).join(' ');
    expect(Object.values(METRICS).filter((one) => !all.includes(one))).toEqual([]);
  });
  it.each(rules.map((one) => [one.alert, one] as const))('%s says what to do', (_alert, { annotations }) => {
    expect(annotations.summary).toBeTruthy();
    expect(annotations.todo).toBeTruthy();
  });

  it.each(rules.map((one) => [one.alert]))('%s is tried', (alert) => {
    const fires = tests.tests
      .flatMap((one) => one.alert_rule_test ?? [])
      .filter((one) => one.alertname === alert && one.exp_alerts.length > 0);
    expect(fires.length).toBeGreaterThan(0);
  });
  it.each(asked)('%s counts no row twice that several instances look up', (_title, expr) => {
    const shared =
      expr.match(/(\w+) by \([^)]*\) \((label_replace\()?madang_(?!\w*(_total|_bucket|_count)\b)\w+/g) ?? [];
    const bare = /madang_(?!\w*(_total|_bucket|_count)\b)\w+/g;
    expect(shared.filter((one) => !/^(max|min)/.test(one))).toEqual([]);
    expect(shared.length).toBe((expr.match(bare) ?? []).length);
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  if (!promtool)
    console.log('promtool is not installed: the alert rules and prometheus.yml are not tried by it here.');
  const tried = (...args: readonly string[]) => {
    const run = spawnSync('promtool', args, { cwd: folder, encoding: 'utf8' });
    return { said: run.stdout + run.stderr, status: run.status };
  };
  it.runIf(promtool)('hold what promtool tries them with', { timeout: 60_000 }, () => {
    const { said, status } = tried('test', 'rules', 'alerts.test.yml');
    expect(said).toContain('SUCCESS');
    expect(status).toBe(0);
  });
  it.runIf(promtool)('are read by a Prometheus that takes its settings', () => {
    const { said, status } = tried('check', 'config', 'prometheus.yml');
    expect(said).toContain(`${rules.length} rules found`);
    expect(status).toBe(0);
  });
});

describe('prometheus.yml', () => {
  const { scrape_configs: jobs } = parse(read('prometheus.yml')) as {
    readonly scrape_configs: readonly {
      readonly dns_sd_configs: readonly { readonly names: readonly string[]; readonly type: string }[];
    }[];
  };
  it('asks every room of the house and Temporal, each instance by itself', () => {
    const names = jobs.flatMap((one) => one.dns_sd_configs.flatMap((dns) => dns.names));
    expect(names.toSorted()).toEqual([...houseProcesses.map(({ name }) => name), 'temporal'].toSorted());
    expect(jobs.flatMap((one) => one.dns_sd_configs.map((dns) => dns.type))).toEqual(['A', 'A']);
  });
});
