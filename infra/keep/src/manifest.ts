import { createHash, createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** Services whose schemas hold truth; the portal's is made again from the streams. */
export const KEPT = ['forums', 'commitments', 'ministries', 'people'] as const;

/** One part of an archive: a table as COPY wrote it, or a file of evidence. */
const Part = z.object({ name: z.string(), bytes: z.int(), sha256: z.hex().length(64) });
export type Part = z.infer<typeof Part>;
export const Manifest = z.object({
  format: z.literal('madang-backup-1'),
  madeAt: z.string(),
  /** Migrations that each schema had: it is put back into the same, and upgraded afterwards. */
  migrations: z.record(z.string(), z.array(z.string())),
  /** Facts that each service had recorded. */
  heads: z.record(z.string(), z.int()),
  /** Tells the right master key from a wrong one, and nothing else; the key itself is kept elsewhere. */
  masterKeyCheck: z.string(),
  parts: z.array(Part),
});
export type Manifest = z.infer<typeof Manifest>;

export const masterKeyCheck = (masterKey: Buffer): string =>
  createHmac('sha256', masterKey).update('madang backup').digest('hex');

/** The sum and the size of a file, read as a stream. */
export const sumOf = async (file: string): Promise<{ readonly sha256: string; readonly bytes: number }> => {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { sha256: hash.digest('hex'), bytes };
};
