import type { Answer } from '@madang/contracts';
import type { SeenCommand } from './second-look.ts';
import type { Submission } from './types.ts';

const answered = (code: string, status: 409 | 422, id: string, remedy: string): Answer => ({
  status,
  refusal: { code, facts: { id }, remedy },
});

/**
 * Answers that need no decision: a command id seen before (same answer, or 422 when the body is another one) or running
 * at this moment elsewhere (409). A command id and its answer are remembered for ever; "running" is an advisory lock.
 */
export const rememberedAnswers = (
  batch: readonly Submission[],
  freeIds: readonly string[],
  seenBefore: readonly SeenCommand[],
): ReadonlyMap<string, Answer> => {
  const seen = new Map(seenBefore.map((row) => [row.id, row]));
  const free = new Set(freeIds);
  const answers = new Map<string, Answer>();
  for (const { envelope, bodyHash, formerHashes } of batch) {
    const row = seen.get(envelope.id);
    if (row) {
      const same = row.body_hash === bodyHash || formerHashes?.includes(row.body_hash);
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
