import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '@madang/local';
import { tell, top } from './composition.ts';
import type { Prometheus } from './prometheus.ts';

type Panel = {
  readonly title: string;
  /** `noValue`: what stands there when there is nothing to show, and that may be so. */
  readonly fieldConfig: { readonly defaults: { readonly noValue?: string } };
  readonly targets: readonly { readonly refId: string; readonly expr: string }[];
};
const read = (): readonly Panel[] =>
  (
    JSON.parse(readFileSync(join(top, 'infra/observability/grafana/madang.json'), 'utf8')) as {
      readonly panels: readonly Panel[];
    }
  ).panels;

/** Every query of every panel gives data, as soon as all was asked twice; one that may be empty, and is, is named. */
export const tryPanels = async (prometheus: Prometheus): Promise<void> => {
  const queries = read().flatMap(({ title, fieldConfig, targets }) =>
    targets.map(({ refId, expr }) => ({
      name: `${title} (${refId})`,
      expr,
      mayBeEmpty: fieldConfig.defaults.noValue !== undefined,
    })),
  );
  const empty = async (): Promise<readonly string[]> => {
    const found = await Promise.all(
      queries.map(async (one) => ({ ...one, series: await prometheus.series(one.expr) })),
    );
    return found.filter(({ series, mayBeEmpty }) => series === 0 && !mayBeEmpty).map(({ name }) => name);
  };
  const isFull = async (): Promise<boolean> => (await empty()).length === 0;
  await until(isFull, { within: 90_000, every: 3_000, what: 'every panel to have data' }).catch(
    () => undefined,
  );
  const none = await empty();
  if (none.length > 0) throw new Error(`no data for ${none.join('; ')}`);
  const counted = await Promise.all(queries.map(({ expr }) => prometheus.series(expr)));
  const bare = queries.filter((_one, index) => counted[index] === 0).map(({ name }) => name);
  tell(
    `${queries.length} queries of the dashboard are answered with ${counted.reduce((sum, one) => sum + one, 0)} series; nothing to show yet: ${bare.join('; ') || 'none'}`,
  );
};
