import { type Composition, image, output, tell } from './composition.ts';

const gather = `
  const { readdirSync, readFileSync } = require('node:fs');
  const words = (text) => {
    try {
      return Object.values(JSON.parse(text)).map(String);
    } catch {
      return [text.trim()];
    }
  };
  const files = ['/secrets', '/engine-secrets'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !['nats.conf', 'made-for-development'].includes(name))
      .map((name) => folder + '/' + name));
  console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, words(readFileSync(file, 'utf8'))]))));
`;

/** Where else a secret may not stand: every place of which Docker tells whoever may ask it. */
const placesOf = (containers: readonly string[]): readonly (readonly [string, string])[] => [
  ['docker history', output('docker', 'history', '--no-trunc', image)],
  ['docker inspect of the image', output('docker', 'image', 'inspect', image)],
  ...containers.flatMap((id): readonly (readonly [string, string])[] => [
    [`docker inspect ${id.slice(0, 12)}`, output('docker', 'inspect', id)],
    // What a container says goes to both of its outputs.
    [`docker logs ${id.slice(0, 12)}`, output('sh', '-c', 'docker logs "$1" 2>&1', 'sh', id)],
  ]),
];

/** Looks for the value of every secret in what Docker shows of the image and the containers. @throws when one is there */
export const tryLeaks = ({ said }: Composition): void => {
  const { text } = said('run', '--rm', '--no-TTY', '--no-deps', 'secrets', '-e', gather);
  const line = text.split('\n').find((one) => one.startsWith('{'));
  if (!line) throw new Error(`the secrets could not be read: ${text.slice(-1_000)}`);
  const held = Object.entries(JSON.parse(line) as Record<string, readonly string[]>);
  const words = held.flatMap(([file, all]) => all.map((word) => ({ file, word })));
  if (words.length < 20) throw new Error(`only ${words.length} secrets were found`);
  const places = placesOf(said('ps', '--all', '--quiet').text.split('\n').filter(Boolean));
  const found = places.flatMap(([place, shown]) =>
    words.filter(({ word }) => shown.includes(word)).map(({ file }) => `one of ${file} in ${place}`),
  );
  if (found.length > 0) throw new Error(`secrets are seen: ${found.join('; ')}`);
  tell(`none of ${words.length} secrets is seen in ${places.length} places that Docker shows`);
};
