import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { sendProblem } from './api/problem.ts';
import { type EvidenceStore, MOST_BYTES } from './evidence-store.ts';
import { anyone, only } from './rights/by.ts';
import type { ActorOf } from './who.ts';

/** Files of evidence by the API: officials hand them in, everybody reads. */
export const evidenceRoutes =
  ({ evidence, actorOf }: { readonly evidence: EvidenceStore; readonly actorOf: ActorOf }) =>
  async (app: FastifyInstance): Promise<void> => {
    await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 0 } });
    const few = { ...only('ministry', 'secretariat'), bodyLimit: MOST_BYTES + 1_000_000 };
    app.post('/api/evidence', few, async (request, reply) => {
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
      const kept = await evidence.keep(part);
      if (!('not' in kept)) return reply.send(kept);
      return kept.not === 'too-large'
        ? sendProblem(reply, 413, {
            code: 'too-large',
            facts: { most: MOST_BYTES },
            remedy: 'Link to a larger file instead.',
          })
        : sendProblem(reply, 415, {
            code: 'type-not-allowed',
            facts: { mediaType: kept.mediaType },
            remedy: 'Send a document, a table, a picture or an archive.',
          });
    });
    app.get<{ Params: { sha256: string } }>('/api/evidence/:sha256', anyone, async (request, reply) => {
      const kept = await evidence.find(request.params.sha256);
      if (!kept) return sendProblem(reply, 404, { code: 'unknown-evidence', remedy: 'Check the hash.' });
      const { name, bytes } = await evidence.open(kept);
      return reply
        .type(kept.mediaType)
        .header('content-length', kept.bytes)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(bytes());
    });
  };
