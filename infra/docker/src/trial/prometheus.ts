/** A Prometheus that runs, as its API tells. */
export type Prometheus = {
  readonly targets: () => Promise<readonly Target[]>;
  readonly rules: () => Promise<readonly Rule[]>;
  readonly alerts: () => Promise<readonly Alert[]>;
  /** How many series a query gives, those that are no number left out. @throws when Prometheus does not take the query */
  readonly series: (query: string) => Promise<number>;
};
export type Target = {
  readonly labels: Readonly<Record<string, string>>;
  readonly health: string;
  readonly lastError: string;
};
export type Rule = { readonly name: string; readonly health: string; readonly lastError?: string };
export type Alert = {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
};

export const openPrometheus = (address: string): Prometheus => {
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${address}/api/v1/${path}`);
    const { status, data, error } = (await answer.json()) as {
      readonly status: string;
      readonly data: T;
      readonly error?: string;
    };
    if (status !== 'success') throw new Error(`${path} was answered ${answer.status}: ${error}`);
    return data;
  };
  return {
    targets: async () =>
      (await ask<{ readonly activeTargets: readonly Target[] }>('targets?state=active')).activeTargets,
    rules: async () =>
      (
        await ask<{ readonly groups: readonly { readonly rules: readonly Rule[] }[] }>('rules')
      ).groups.flatMap(({ rules }) => rules),
    alerts: async () => (await ask<{ readonly alerts: readonly Alert[] }>('alerts')).alerts,
    series: async (query) =>
      (
        await ask<{ readonly result: readonly { readonly value: readonly [number, string] }[] }>(
          `query?${new URLSearchParams({ query })}`,
        )
      ).result.filter(({ value }) => value[1] !== 'NaN').length,
  };
};
