import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Pod, Source } from '../charts/manifest.ts';

type Secrets = (name: string) => Readonly<Record<string, string>>;

const sourcesOf = (volume: NonNullable<Pod['spec']['volumes']>[number]): readonly Source[] =>
  volume.secret
    ? [{ name: volume.secret.secretName, items: volume.secret.items }]
    : (volume.projected?.sources ?? []).flatMap(({ secret }) => secret ?? []);

/**
 * Puts the Secrets that a pod mounts into a folder, each file under the path it has in the pod.
 * @throws when a Secret lacks a key that is mounted
 */
export const mounted = ({ spec }: Pod, secrets: Secrets, folder: string): void => {
  for (const { name, mountPath } of spec.containers.flatMap(({ volumeMounts = [] }) => volumeMounts))
    for (const source of spec.volumes?.filter((one) => one.name === name).flatMap(sourcesOf) ?? []) {
      const held = secrets(source.name);
      const items = source.items ?? Object.keys(held).map((key) => ({ key, path: key }));
      for (const { key, path } of items) {
        const file = join(folder, mountPath, path);
        if (held[key] === undefined) throw new Error(`the Secret ${source.name} has no ${key}`);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, held[key], { mode: 0o600 });
      }
    }
};
