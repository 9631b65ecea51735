import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const read = (file: string): string => readFileSync(`${top}${file}`, 'utf8');
type Source = { readonly type: string; readonly uid: string };
type Panel = {
  readonly id: number;
  readonly title: string;
  readonly datasource: Source;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly fieldConfig: {
    readonly overrides: readonly { readonly matcher: { readonly id: string; readonly options: string } }[];
  };
  readonly targets: readonly {
    readonly refId: string;
    readonly legendFormat: string;
    readonly expr: string;
  }[];
};
const { panels } = JSON.parse(read('infra/observability/grafana/madang.json')) as {
  readonly panels: readonly Panel[];
};
const { datasources } = parse(read('infra/observability/grafana/datasource.yml')) as {
  readonly datasources: readonly (Source & { readonly url: string })[];
};
const { providers } = parse(read('infra/observability/grafana/dashboards.yml')) as {
  readonly providers: readonly { readonly options: { readonly path: string } }[];
};
const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  readonly services: Readonly<Record<string, { readonly volumes?: readonly string[] }>>;
};

describe('the dashboard', () => {
  it('has panels that are told apart and do not lie on each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    // Grafana's grid has 24 columns.
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  });
  it.each(panels.map((one) => [one.title, one] as const))(
    '%s asks the data source that is provisioned, and names what it shows',
    (_title, { datasource, targets, fieldConfig }) => {
      expect(datasources).toContainEqual(expect.objectContaining(datasource));
      const refs = targets.map(({ refId }) => refId);
      expect(new Set(refs).size).toBe(refs.length);
      for (const { matcher } of fieldConfig.overrides)
        expect([matcher.id, refs]).toEqual(['byFrameRefID', expect.arrayContaining([matcher.options])]);
      // What a legend names is what the query leaves.
      for (const { legendFormat, expr } of targets)
        for (const [, label = ''] of legendFormat.matchAll(/\{\{(\w+)\}\}/g))
          expect(expr).toMatch(new RegExp(`(by|on) \\([^)]*\\b${label}\\b`));
    },
  );
  it('lies where Grafana looks for it, beside a Prometheus of that name', () => {
    const mounted = (services.grafana?.volumes ?? []).map((one) => one.split(':')[1] ?? '');
    for (const { options } of providers) expect(mounted).toContain(`${options.path}/madang.json`);
    for (const { url } of datasources) expect(Object.keys(services)).toContain(new URL(url).hostname);
  });
});
