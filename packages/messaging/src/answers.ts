import type { Answer, Refusal } from '@madang/contracts';

/** A 503: nothing was decided as far as the asker can know; asking again with the same id is safe. */
export const notAnswering = (
  code: string,
  facts: Refusal['facts'] = {},
  retryAfter = 2,
): Extract<Answer, { status: 503 }> => ({
  status: 503,
  refusal: { code, facts, remedy: 'Ask again with the same command id; it takes effect once.' },
  retryAfter,
});

export const tooLarge = (bytes: number, most: number): Extract<Answer, { status: 413 }> => ({
  status: 413,
  refusal: {
    code: 'too-large',
    facts: { bytes, most },
    remedy: 'Shorten the text or send files as evidence uploads.',
  },
});
