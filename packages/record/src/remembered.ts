import type { Answer } from '@madang/contracts';
import type { Db } from './database.ts';
import type { Submission } from './types.ts';

const answered = (code: string, status: 409 | 422, id: string, remedy: string): Answer => ({
  status,
  refusal: { code, facts: { id }, remedy },
});

/**
 * Answers that need no decision: a command id seen before (same answer, or 422 when the body is another one) or running
 * at this moment elsewhere (409). A command id and its answer are remembered for ever; "running" is an advisory lock.
 */
export const rememberedAnswers = async (
  db: Db,
  batch: readonly Submission[],
): Promise<ReadonlyMap<string, Answer>> => {
  const ids = batch.map((one) => one.envelope.id);
  const locks = await db.$queryRawUnsafe<{ id: string; free: boolean }[]>(
    'SELECT id, pg_try_advisory_xact_lock(hashtextextended(id, 7)) AS free FROM unnest($1::text[]) AS c(id)',
    ids,
  );
  const rows = await db.$queryRawUnsafe<{ id: string; body_hash: string; answer: Answer }[]>(
    'SELECT id, body_hash, answer FROM command WHERE id = ANY($1::uuid[])',
    ids,
  );
  const seen = new Map(rows.map((row) => [row.id, row]));
  const free = new Set(locks.filter((lock) => lock.free).map((lock) => lock.id));
  const answers = new Map<string, Answer>();
  for (const { envelope, bodyHash } of batch) {
    const row = seen.get(envelope.id);
    if (row) {
      const same = row.body_hash === bodyHash;
      answers.set(
        envelope.id,
        same
          ? row.answer
          : answered('command-id-reused', 422, envelope.id, 'Choose a new command id for another command.'),
      );
    } else if (!free.has(envelope.id)) {
      answers.set(
        envelope.id,
        answered('still-running', 409, envelope.id, 'Wait a moment and ask again with the same command id.'),
      );
    }
  }
  return answers;
};
