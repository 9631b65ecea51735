import { randomUUID } from 'node:crypto';
import type { ServiceName } from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import type { ReadPublic } from '../queries/words.ts';

type Answered = {
  readonly texts: readonly {
    readonly textId: string;
    readonly text: string | null;
    readonly visibility: string;
  }[];
};

/** Reads texts as a citizen whom nobody knows. */
export const readPublic = (asker: Asker): ReadPublic => {
  const nobody = { id: randomUUID(), roles: ['citizen' as const] };
  return async (source: ServiceName, textIds) => {
    const answer = await asker.query(
      { type: `${source}.read-texts.v1`, actor: nobody, body: { textIds } },
      4_500,
    );
    if (answer.status !== 200) throw new Error(`${source} did not give its texts: ${answer.status}`);
    const { texts } = answer.result as Answered;
    return new Map(
      texts.flatMap(({ textId, text, visibility }) =>
        text !== null && visibility === 'public' ? [[textId, text] as const] : [],
      ),
    );
  };
};
