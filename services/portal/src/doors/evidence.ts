import { createHash, randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { fileTypeFromFile } from 'file-type';
import { sendProblem } from './api/problem.ts';
import { anyone, only } from './rights/by.ts';
import type { ActorOf } from './who.ts';

const MOST = 50 * 1024 * 1024;
/** What evidence may be: documents, tables, pictures and archives of them; nothing that runs. */
const ALLOWED =
  /^(application\/(pdf|zip|json|x-cfb|vnd\.openxmlformats-officedocument\..+|vnd\.oasis\.opendocument\..+)|image\/(png|jpeg|webp|gif)|text\/(plain|csv))$/;

/** Files of evidence lie under their hash; only the hash, type and size travel in a command. Officials hand them in, everybody reads. */
export const evidenceRoutes =
  ({ folder, actorOf }: { readonly folder: string; readonly actorOf: ActorOf }) =>
  async (app: FastifyInstance): Promise<void> => {
    mkdirSync(folder, { recursive: true });
    await app.register(multipart, { limits: { fileSize: MOST, files: 1, fields: 0 } });
    app.post(
      '/api/evidence',
      { ...only('ministry', 'secretariat'), bodyLimit: MOST + 1_000_000 },
      async (request, reply) => {
        if (!actorOf(request).roles.some((role) => role === 'ministry' || role === 'secretariat'))
          return sendProblem(reply, 403, {
            code: 'not-permitted',
            remedy: 'Sign in as the secretariat or for an institution.',
          });
        // What calls itself multipart and is not, has no file.
        const part = await request.file().catch(() => undefined);
        if (!part)
          return sendProblem(reply, 400, {
            code: 'file-missing',
            remedy: 'Send one file as multipart/form-data.',
          });
        const arriving = join(folder, `.${randomUUID()}`);
        const hash = createHash('sha256');
        let bytes = 0;
        part.file.on('data', (chunk: Buffer) => {
          hash.update(chunk);
          bytes += chunk.length;
        });
        try {
          await pipeline(part.file, createWriteStream(arriving));
          if (part.file.truncated)
            return sendProblem(reply, 413, {
              code: 'too-large',
              facts: { most: MOST },
              remedy: 'Link to a larger file instead.',
            });
          const sniffed =
            (await fileTypeFromFile(arriving))?.mime ??
            (/^text\/(plain|csv)$/.test(part.mimetype) ? part.mimetype : 'application/octet-stream');
          if (!ALLOWED.test(sniffed) || bytes === 0)
            return sendProblem(reply, 415, {
              code: 'type-not-allowed',
              facts: { mediaType: sniffed },
              remedy: 'Send a document, a table, a picture or an archive.',
            });
          const sha256 = hash.digest('hex');
          writeFileSync(join(folder, `${sha256}.type`), sniffed);
          renameSync(arriving, join(folder, sha256));
          return reply.send({ sha256, mediaType: sniffed, bytes });
        } finally {
          rmSync(arriving, { force: true });
        }
      },
    );
    app.get<{ Params: { sha256: string } }>('/api/evidence/:sha256', anyone, async (request, reply) => {
      const { sha256 } = request.params;
      const file = join(folder, sha256);
      if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(file))
        return sendProblem(reply, 404, { code: 'unknown-evidence', remedy: 'Check the hash.' });
      const type = readFileSync(join(folder, `${sha256}.type`), 'utf8');
      return reply
        .type(type)
        .header('content-disposition', `attachment; filename="${sha256.slice(0, 12)}"`)
        .send(createReadStream(file));
    });
  };
