import { fileURLToPath } from 'node:url';

/** An engine that is one binary, and every place it can come from. */
export type EngineBinary = {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  /** The oldest version, of those found on PATH or named, that will do. */
  readonly oldest: readonly [major: number, minor: number];
  readonly binaryVariable: string;
  readonly addressVariable: string;
  /** A released archive (tar.gz) that holds the binary, for this platform. */
  readonly archive: (platform: string, arch: string) => string;
  /** Folder of the go.mod that pins it. */
  readonly goFolder: string;
  readonly image: string;
};

const goFolder = (name: string) => fileURLToPath(new URL(`../../../engines/${name}`, import.meta.url));

export const natsBinary: EngineBinary = {
  name: 'nats-server',
  title: 'NATS',
  version: '2.15.2',
  oldest: [2, 12],
  binaryVariable: 'MADANG_NATS_BIN',
  addressVariable: 'MADANG_NATS_URL',
  archive: (platform, arch) =>
    `https://github.com/nats-io/nats-server/releases/download/v2.15.2/nats-server-v2.15.2-${platform}-${arch}.tar.gz`,
  goFolder: goFolder('nats'),
  image: 'nats:2.15',
};

export const temporalBinary: EngineBinary = {
  name: 'temporal',
  title: 'Temporal',
  version: '1.5.1',
  oldest: [1, 5],
  binaryVariable: 'MADANG_TEMPORAL_BIN',
  addressVariable: 'MADANG_TEMPORAL_ADDRESS',
  archive: (platform, arch) =>
    `https://temporal.download/cli/archive/v1.5.1?platform=${platform}&arch=${arch}`,
  goFolder: goFolder('temporal'),
  image: 'temporalio/temporal:1.5.1',
};
