import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from '../top.ts';
import type { Generator } from './generated-file.ts';

/** A chart may hold only files of its own folder: the alerts and the dashboard are copied into it. */
export const chartFiles: Generator = {
  name: 'chart-files',
  make: async () =>
    ['alerts.yml', 'grafana/madang.json'].map((file) => ({
      path: `infra/helm/madang/files/${file.split('/').at(-1)}`,
      text: readFileSync(join(top, 'infra/observability', file), 'utf8'),
    })),
};
