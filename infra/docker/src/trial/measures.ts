import { type Composition, image, output, tell } from './composition.ts';

const UNITS: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };
const MEGA = 1024 ** 2;

/** Megabytes in what Docker says of a container's memory, such as `93.1MiB / 7.7GiB`. */
export const megabytesIn = (usage: string): number => {
  const [, amount = '0', unit = 'B'] = /^([\d.]+)\s*([KMG]?i?B)/.exec(usage) ?? [];
  return (Number(amount) * (UNITS[unit] ?? 1)) / MEGA;
};

const containersOf = ({ said }: Composition): readonly string[] =>
  said('ps', '--quiet').text.split('\n').filter(Boolean);

/** Says how large the image is, and how much memory the containers take while nobody asks for anything. */
export const tellMeasures = (composition: Composition): void => {
  const size = Number(output('docker', 'image', 'inspect', '--format', '{{.Size}}', image));
  tell(`the image ${image} has ${(size / 1e6).toFixed(0)} MB`);
  const stats = output(
    'docker',
    ...['stats', '--no-stream', '--format', '{{.Name}}\t{{.MemUsage}}'],
    ...containersOf(composition),
  );
  const used = stats
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([name = '', usage = '']) => ({
      name: name.replace(/^.*?-(?=[a-z]+-\d+$)/, ''),
      mega: megabytesIn(usage),
    }))
    .toSorted((a, b) => b.mega - a.mega);
  const total = used.reduce((sum, { mega }) => sum + mega, 0);
  tell(
    `idle memory ${total.toFixed(0)} MiB in all: ${used.map(({ name, mega }) => `${name} ${mega.toFixed(0)}`).join(', ')}`,
  );
};
