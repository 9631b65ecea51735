import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../infra/observability/${file}`, import.meta.url)), 'utf8');
/** Labels that look like the name of a metric. */
const LABELS = ['service_name', 'task_queue', 'task_type'];

/** Every metric that an alert or a panel asks for, ours and Temporal's, as it is exported. */
export const metricsAsked = (): readonly string[] => {
  const alerts = at('alerts.yml')
    .split('\n')
    .filter((line) => !/^\s+(#|summary|todo)/.test(line));
  const { panels } = JSON.parse(at('grafana/madang.json')) as {
    readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[];
  };
  const asked = [...alerts, ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))]
    .join('\n')
    .replaceAll(/"[^"]*"/g, '');
  const names = asked.match(/\b(madang|temporal|service|persistence|approximate)_[a-z_]+/g) ?? [];
  return [...new Set(names)].filter((one) => !LABELS.includes(one));
};
