import type { Variable } from '../charts/manifest.ts';

/**
 * The environment of a container as the cluster makes it: values from Secrets, and `$(NAME)` in what comes after.
 * @param secrets what each Secret holds, by its name
 * @throws when a Secret lacks a key that is asked for
 */
export const variablesOf = (
  env: readonly Variable[],
  secrets: (name: string) => Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const made: Record<string, string> = {};
  for (const { name, value = '', valueFrom } of env) {
    const from = valueFrom?.secretKeyRef;
    const held = from ? secrets(from.name)[from.key] : value;
    if (held === undefined) throw new Error(`the Secret ${from?.name} has no ${from?.key}`);
    made[name] = held.replaceAll(/\$\(([A-Z_0-9]+)\)/g, (whole, other: string) => made[other] ?? whole);
  }
  return made;
};
