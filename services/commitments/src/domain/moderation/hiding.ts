import { CommitmentTextNarrowed, CommitmentTextPublished, type TextRef } from '@madang/contracts';
import { type Given, type Happened, happened } from '@madang/decider';
import { textRef } from '../response/text.ts';

export type HeldText = Pick<TextRef, 'textId' | 'visibility'>;

/** Texts of what was set aside: nobody but their writer and the secretariat reads them until it is restored. */
export const hidden = (
  texts: readonly HeldText[],
  reasonCode: string,
  of: Given['of'],
): readonly Happened[] =>
  texts.map(({ textId, visibility }) =>
    happened(textRef(textId), CommitmentTextNarrowed, {
      ...{ textId, visibility: 'institution', reasonCode },
      before: of(textRef(textId))?.visibility ?? visibility,
    }),
  );

/** Texts of what was restored: read again by those who could before. */
export const shownAgain = (
  texts: readonly HeldText[],
  releaseId: string,
  of: Given['of'],
): readonly Happened[] =>
  texts.map(({ textId, visibility }) =>
    happened(textRef(textId), CommitmentTextPublished, {
      ...{ textId, releaseId, visibility: of(textRef(textId))?.narrowedFrom ?? visibility },
    }),
  );
