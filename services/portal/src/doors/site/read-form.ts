import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type EvidenceStore, type KeptFile, MOST_BYTES, type NotKept } from '../evidence-store.ts';

/** Files that one field takes, and fields and files that a form takes in all. */
export const MOST_FILES = 5;
const MOST_IN_ALL = 100;
const MOST_FIELDS = 1_000;
/** 20,000 characters, each four bytes at most, and some. */
const MOST_LETTERS = 100_000;

export type SentFile =
  | { readonly kept: KeptFile }
  | { readonly not: NotKept | 'too-many'; readonly filename: string };
export type SentForm = {
  /** What was typed into a field; empty when it was not sent. */
  readonly typed: (name: string) => string;
  readonly has: (name: string) => boolean;
  readonly names: readonly string[];
  /** Files of a field: those of this form, and those that an earlier sending of it left here (`<field>.kept`). */
  readonly files: (name: string) => readonly SentFile[];
};

const Body = z.record(z.string(), z.union([z.string(), z.array(z.string())]).catch('')).catch({});
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MOST_LETTERS) : '');

/**
 * Reads a form with or without files. Files are kept as they arrive, under their hash; what is sent by somebody who may not
 * hand in evidence is read to its end and kept nowhere.
 */
export const readForm = async (
  request: FastifyRequest,
  evidence: EvidenceStore,
  mayKeep: boolean,
): Promise<SentForm> => {
  const fields = new Map<string, string[]>();
  const files = new Map<string, SentFile[]>();
  const put = <T>(of: Map<string, T[]>, name: string, value: T): void =>
    void of.set(name, [...(of.get(name) ?? []), value]);

  if (request.isMultipart()) {
    const limits = {
      fileSize: MOST_BYTES,
      files: MOST_IN_ALL,
      fields: MOST_FIELDS,
      fieldSize: 4 * MOST_LETTERS,
    };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'field') put(fields, part.fieldname, text(part.value));
      else if (!part.filename || !mayKeep) part.file.resume();
      else if ((files.get(part.fieldname)?.length ?? 0) >= MOST_FILES) {
        part.file.resume();
        put(files, part.fieldname, { not: 'too-many', filename: part.filename });
      } else {
        const kept = await evidence.keep(part);
        put(files, part.fieldname, 'not' in kept ? { not: kept.not, filename: part.filename } : { kept });
      }
    }
  } else
    for (const [name, value] of Object.entries(Body.parse(request.body ?? {})))
      for (const one of Array.isArray(value) ? value : [value]) put(fields, name, text(one));

  for (const [name, hashes] of fields)
    if (mayKeep && name.endsWith('.kept'))
      for (const hash of hashes.slice(0, MOST_FILES)) {
        const kept = await evidence.find(hash);
        if (kept) put(files, name.slice(0, -'.kept'.length), { kept });
      }
  return {
    typed: (name) => fields.get(name)?.[0] ?? '',
    has: (name) => fields.has(name),
    names: [...fields.keys()],
    files: (name) => files.get(name) ?? [],
  };
};
