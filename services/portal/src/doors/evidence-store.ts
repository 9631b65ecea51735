import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';

/** The most bytes a file of evidence may have. */
export const MOST_BYTES = 50 * 1024 * 1024;
/** What evidence may be: documents, tables, pictures and archives of them; nothing that runs. */
const ALLOWED =
  /^(application\/(pdf|zip|json|x-cfb|vnd\.openxmlformats-officedocument\..+|vnd\.oasis\.opendocument\..+)|image\/(png|jpeg|webp|gif)|text\/(plain|csv))$/;
/** How a file may end when it is opened again; Hangul documents are compound files or archives like others. */
const ENDINGS = new Set(
  'pdf zip json hwp hwpx doc xls ppt docx xlsx pptx odt ods odp png jpg jpeg webp gif txt csv'.split(' '),
);

export type KeptFile = { readonly sha256: string; readonly mediaType: string; readonly bytes: number };
export type ArrivingFile = {
  readonly file: Readable & { readonly truncated?: boolean };
  readonly mimetype: string;
  readonly filename: string;
};
export type NotKept = 'too-large' | 'type-not-allowed' | 'empty';

export type EvidenceStore = {
  /** Takes a file to its end and keeps it under its hash; its kind is read from what it holds, not from what it is called. */
  readonly keep: (
    arriving: ArrivingFile,
  ) => Promise<KeptFile | { readonly not: NotKept; readonly mediaType: string }>;
  readonly find: (sha256: string) => Promise<KeptFile | undefined>;
  /** The file itself, and under which name it is handed out. */
  readonly open: (
    kept: KeptFile,
  ) => Promise<{ readonly name: string; readonly bytes: () => ReturnType<typeof createReadStream> }>;
};

const endingOf = (filename: string): string => /\.([a-z0-9]{2,5})$/i.exec(filename)?.[1]?.toLowerCase() ?? '';

/** Files of evidence in a folder, each under its hash with its type beside it. Only hash, type and size travel in a command. */
export const evidenceStore = (folder: string): EvidenceStore => {
  mkdirSync(folder, { recursive: true });
  const at = (sha256: string, beside = ''): string => join(folder, `${sha256}${beside}`);
  return {
    keep: async ({ file, mimetype, filename }) => {
      const arriving = join(folder, `.${randomUUID()}`);
      const hash = createHash('sha256');
      let bytes = 0;
      let isText = true;
      const look = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          hash.update(chunk);
          bytes += chunk.length;
          isText = isText && !chunk.includes(0);
          done(null, chunk);
        },
      });
      try {
        await pipeline(file, look, createWriteStream(arriving));
        const said = isText && /^text\/(plain|csv)$/.test(mimetype) ? mimetype : 'application/octet-stream';
        const found = file.truncated ? undefined : await fileTypeFromFile(arriving);
        const mediaType = found?.mime ?? said;
        if (file.truncated) return { not: 'too-large', mediaType };
        if (bytes === 0) return { not: 'empty', mediaType };
        if (!ALLOWED.test(mediaType)) return { not: 'type-not-allowed', mediaType };
        const sha256 = hash.digest('hex');
        const ending = endingOf(filename);
        await writeFile(at(sha256, '.type'), mediaType);
        if (ENDINGS.has(ending)) await writeFile(at(sha256, '.ending'), ending);
        await rename(arriving, at(sha256));
        return { sha256, mediaType, bytes };
      } finally {
        await rm(arriving, { force: true });
      }
    },
    find: async (sha256) => {
      if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(at(sha256))) return undefined;
      const [mediaType, { size: bytes }] = [
        await readFile(at(sha256, '.type'), 'utf8'),
        await stat(at(sha256)),
      ];
      return { sha256, mediaType, bytes };
    },
    open: async ({ sha256 }) => {
      const kept = existsSync(at(sha256, '.ending')) ? await readFile(at(sha256, '.ending'), 'utf8') : '';
      const ending = kept || ((await fileTypeFromFile(at(sha256)))?.ext ?? 'txt');
      return {
        name: `${sha256.slice(0, 12)}.${ending}`,
        bytes: () => createReadStream(at(sha256)),
      };
    },
  };
};
