import { CountParticipation } from '@madang/contracts';
import { z } from 'zod';
import { SignIn } from '../session.ts';
import { json, problems, schemaOf } from './parts.ts';

const HASH = {
  name: 'sha256',
  in: 'path',
  required: true,
  description: 'The hash of the file, in hex.',
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};
const Kept = z.object({ sha256: z.string(), mediaType: z.string(), bytes: z.int() });

/** What the door does besides handing commands and queries over. */
export const otherPaths = {
  '/sign-in': {
    post: {
      operationId: 'sign_in',
      tags: ['door'],
      summary: 'Development sign-in; not there in production.',
      security: [{}],
      requestBody: { required: true, content: json(schemaOf(SignIn, 'input')) },
      responses: {
        200: {
          description: 'A token for the Authorization header; also set as a session cookie.',
          content: json(schemaOf(z.object({ token: z.string() }), 'output')),
        },
        ...problems(400, 413, 415, 429),
      },
    },
  },
  '/sign-out': {
    post: {
      operationId: 'sign_out',
      tags: ['door'],
      summary: 'Ends the session of this browser.',
      security: [{}, { session: [] }],
      responses: { 204: { description: 'Signed out.' }, ...problems(403, 429) },
    },
  },
  '/api/participation': {
    post: {
      operationId: 'count_participation',
      tags: ['commitments'],
      summary: 'Optional answers about oneself, counted apart from the person.',
      security: [{}],
      requestBody: { required: true, content: json(schemaOf(CountParticipation.body, 'input')) },
      responses: {
        200: {
          description: 'Counted.',
          content: json(schemaOf(z.object({ counted: z.literal(true) }), 'output')),
        },
        ...problems(400, 404, 413, 415, 429, 503),
      },
    },
  },
  '/api/evidence': {
    post: {
      operationId: 'hand_in_evidence',
      tags: ['door'],
      summary: 'Hands in a file of evidence, at most 50 MiB; its hash goes into a command.',
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['file'],
              properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
            },
          },
        },
      },
      responses: {
        200: { description: 'Kept under its hash.', content: json(schemaOf(Kept, 'output')) },
        ...problems(400, 401, 403, 413, 415, 429),
      },
    },
  },
  '/api/evidence/{sha256}': {
    get: {
      operationId: 'evidence',
      tags: ['door'],
      summary: 'A file of evidence, as an attachment.',
      security: [{}],
      parameters: [HASH],
      responses: {
        200: {
          description: 'The file.',
          content: { '*/*': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } },
        },
        ...problems(404, 429),
      },
    },
  },
};
