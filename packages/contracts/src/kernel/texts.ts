import { z } from 'zod';
import { command, event } from './define.ts';
import { freeText, Id, Lang, type ServiceName, TextRef, Visibility, word } from './primitives.ts';

const officials = ['secretariat', 'ministry', 'co-chair'] as const;

/**
 * Every service that holds texts answers these. A text is published once, by somebody, at a time; a published text is
 * never edited but corrected or withdrawn with a reason; a translation is a draft until somebody has checked it.
 */
export const textContracts = <S extends ServiceName>(service: S) => ({
  PublishTexts: command(
    `${service}.publish-texts.v1` as const,
    officials,
    'Widen who may read texts.',
    z.strictObject({
      forumId: Id,
      releaseId: Id,
      textIds: z.array(Id).min(1).max(500),
      visibility: Visibility,
    }),
  ),
  TranslateText: command(
    `${service}.translate-text.v1` as const,
    officials,
    'Add a translation of a text, as a draft.',
    z.strictObject({ forumId: Id, textId: Id, translationId: Id, translation: freeText() }),
  ),
  CheckTranslation: command(
    `${service}.check-translation.v1` as const,
    officials,
    'Mark a translation as checked by a person.',
    z.strictObject({ forumId: Id, textId: Id, translationId: Id }),
  ),
  CorrectText: command(
    `${service}.correct-text.v1` as const,
    officials,
    'Put a corrected text in the place of a published one.',
    z.strictObject({ forumId: Id, textId: Id, correction: freeText(), reasonCode: word(60) }),
  ),
  WithdrawText: command(
    `${service}.withdraw-text.v1` as const,
    officials,
    'Withdraw a published text with a reason.',
    z.strictObject({ forumId: Id, textId: Id, reasonCode: word(60) }),
  ),
  TextPublished: event(
    `${service}.text.published.v1` as const,
    'A text may be read by more people.',
    z.object({ textId: Id, releaseId: Id, visibility: Visibility }),
  ),
  /** By a rule of moderation, never for good: the text is published again when the rule no longer holds. */
  TextNarrowed: event(
    `${service}.text.narrowed.v1` as const,
    'A text may be read by fewer people for the time being.',
    z.object({ textId: Id, visibility: Visibility, before: Visibility, reasonCode: z.string() }),
  ),
  TextTranslated: event(
    `${service}.text.translated.v1` as const,
    'A draft translation was added.',
    z.object({ textId: Id, translationId: Id, translation: TextRef }),
  ),
  TranslationChecked: event(
    `${service}.text.translation-checked.v1` as const,
    'A person has checked a translation.',
    z.object({ textId: Id, translationId: Id, lang: Lang }),
  ),
  TextCorrected: event(
    `${service}.text.corrected.v1` as const,
    'A published text was corrected.',
    z.object({ textId: Id, correction: TextRef, reasonCode: z.string() }),
  ),
  TextWithdrawn: event(
    `${service}.text.withdrawn.v1` as const,
    'A published text was withdrawn.',
    z.object({ textId: Id, reasonCode: z.string() }),
  ),
});
