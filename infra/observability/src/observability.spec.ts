import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
    const names = expr.match(/madang_\w+/g) ?? [];
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

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  if (!promtool) console.log('promtool is not installed: the alert rules are not tried by it here.');
  it.runIf(promtool)('hold what promtool tries them with', () => {
    const run = spawnSync('promtool', ['test', 'rules', 'alerts.test.yml'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run.stdout + run.stderr).toContain('SUCCESS');
    expect(run.status).toBe(0);
  });
});
