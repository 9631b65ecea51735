import { z } from 'zod';

const wellFormed = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

/** Any text of at most `max` characters that a database can hold. */
export const storable = (max: number) =>
  z.string().max(max).refine(wellFormed, { error: 'must be well-formed text without U+0000' });

/** A short word of ours, not a person's: codes, slugs, file types. NFC, one line, at most `max` characters. */
export const word = (max = 120) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine(wellFormed, { error: 'must be well-formed text without U+0000' })
    .refine((text) => !/[\r\n]/.test(text), { error: 'must be one line' })
    .transform((text) => text.normalize('NFC').trim())
    .pipe(z.string().min(1));

/** Every id in Madang: a lower-case UUID chosen by whoever asks, so that asking again is harmless. */
export const Id = z.uuid().lowercase();
export type Id = z.infer<typeof Id>;

/** Stands where a forum would, for what concerns the system itself and no forum. */
export const NO_FORUM = '00000000-0000-0000-0000-000000000000';

/** A calendar day in the forum's zone, `YYYY-MM-DD`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** An instant in UTC with milliseconds, `2026-11-23T12:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof Instant>;

/** A language of the forum as a BCP 47 primary tag. */
export const Lang = z.enum(['ko', 'en']);
export type Lang = z.infer<typeof Lang>;

/** Who may read a text: the institution that wrote it, the forum, or everybody. */
export const Visibility = z.enum(['institution', 'forum', 'public']);
export type Visibility = z.infer<typeof Visibility>;

/** A text as it was written: browsers send every end of a line as two letters, some keyboards Hangul in pieces. */
export const asWritten = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC');
/** How long somebody would say a text is, in code points: an emoji or a syllable of Hangul is mostly one. */
export const lettersIn = (text: string): number => [...text].length;

/**
 * A person's or official's words as they are handed in. Only commands carry it: before anything is decided the service
 * seals it and the domain sees the {@link TextRef} that stands for it, so no event can hold a text.
 * @param max most letters it may have: code points, counted when it is composed (NFC) and lines end in one letter
 * @param visibility who may read it when the asker does not say
 */
export const freeText = (max = 20_000, visibility: Visibility = 'forum') =>
  z.strictObject({
    lang: Lang,
    text: z
      .string()
      .overwrite(asWritten)
      .min(1)
      .check(({ value, issues }) => {
        if (lettersIn(value) > max)
          issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
      })
      .refine(wellFormed, { error: 'must be well-formed text without U+0000' })
      .refine((text) => text.trim().length > 0, { error: 'must not be blank' })
      .meta({ maxLength: max }),
    visibility: Visibility.default(visibility),
  });
export type FreeText = { readonly lang: Lang; readonly text: string; readonly visibility: Visibility };

/** What an event says of a text: where it lies sealed, its language, length, first visibility and salted hash. */
export const TextRef = z.object({
  textId: Id,
  lang: Lang,
  length: z.int().min(1),
  visibility: Visibility,
  digest: z.string(),
});
export type TextRef = z.infer<typeof TextRef>;

/** An official letter (공문): its registry number and date. */
export const Letter = z.strictObject({ number: word(60), date: Day });
export type Letter = z.infer<typeof Letter>;

/** A name of a public body, a forum or a plan in the forum's languages; never a person's name. */
export const OfficialName = z.strictObject({ ko: word(300), en: word(300) });
export type OfficialName = z.infer<typeof OfficialName>;

/** Days from and until which something holds; `until` open while it holds. */
export const Validity = z.strictObject({ from: Day, until: Day.optional() });

export const ForumClock = z.enum(['wall', 'stepped']);
export type ForumClock = z.infer<typeof ForumClock>;

/** Services that record facts, each with its own stream. */
export const ServiceName = z.enum(['forums', 'commitments', 'ministries', 'people']);
export type ServiceName = z.infer<typeof ServiceName>;

/** Positions per service: "read this at least as far as here". */
export const After = z.partialRecord(ServiceName, z.int().min(0));
export type After = z.infer<typeof After>;
