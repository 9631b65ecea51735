import { tell } from './composition.ts';

const dashboard = 'madang';
type Shown = {
  readonly dashboard: {
    readonly panels: readonly {
      readonly targets: readonly { readonly refId: string; readonly expr: string }[];
    }[];
  };
  readonly meta: { readonly provisioned: boolean };
};
type Answers = {
  readonly results: Readonly<
    Record<string, { readonly error?: string; readonly frames?: readonly unknown[] }>
  >;
};

const asked = async <T>(url: string, body?: object): Promise<T> => {
  const answer = await fetch(url, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  });
  if (!answer.ok)
    throw new Error(`${url} was answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
  return (await answer.json()) as T;
};

/** Grafana shows the dashboard that lies here, and its data source takes every query of it. */
export const tryGrafana = async (address: string): Promise<void> => {
  const shown = await asked<Shown>(`${address}/api/dashboards/uid/${dashboard}`);
  if (!shown.meta.provisioned) throw new Error('the dashboard of Grafana is not the one that is provisioned');
  const queries = shown.dashboard.panels
    .flatMap(({ targets }) => targets)
    .map(({ expr }, index) => ({
      refId: `Q${index}`,
      expr,
      instant: true,
      datasource: { uid: 'madang', type: 'prometheus' },
    }));
  const { results } = await asked<Answers>(`${address}/api/ds/query`, {
    queries,
    from: 'now-15m',
    to: 'now',
  });
  const failed = queries.filter(({ refId }) => !results[refId] || results[refId].error);
  if (failed.length > 0)
    throw new Error(`Grafana could not ask ${failed.map(({ expr }) => expr).join('; ')}`);
  tell(`Grafana shows the dashboard; its data source answered ${queries.length} queries`);
};
