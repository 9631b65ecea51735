import { type DataOf, type ServiceName, type TextRef, textContracts } from '@madang/contracts';
import {
  type Applies,
  accepted,
  aggregate,
  alreadySo,
  answers,
  type CommandHandler,
  type DomainEvent,
  happened,
  projection,
  refused,
  unknown,
} from '@madang/decider';
import type { Db } from '@madang/record';

type Text = {
  /** As last published or narrowed; `undefined` while it is what it was handed in as. */
  readonly visibility?: string;
  readonly narrowedFrom?: string;
  readonly withdrawn: boolean;
  readonly translations: Readonly<Record<string, { readonly ref: TextRef; readonly checked: boolean }>>;
};
const fresh: Text = { withdrawn: false, translations: {} };
const WIDTH = ['institution', 'forum', 'public'];

/** Ports over the record's own text rows. */
export type TextRows = { readonly textDb: Db };
const isThere = async (
  { textDb }: TextRows,
  forumId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await textDb.$queryRawUnsafe<{ id: string; visibility: string }[]>(
    'SELECT id, visibility FROM text WHERE id = ANY($1::uuid[]) AND forum_id = $2::uuid',
    ids,
    forumId,
  );
  return new Map(rows.map((row) => [row.id, row.visibility]));
};

/** The five commands every service answers for its texts: publish, translate, check, correct, withdraw; with their rows. */
export const textPart = <S extends ServiceName>(service: S) => {
  const contracts = textContracts(service);
  const { PublishTexts, TranslateText, CheckTranslation, CorrectText, WithdrawText } = contracts;
  const { TextPublished, TextNarrowed, TextTranslated, TranslationChecked, TextCorrected, TextWithdrawn } =
    contracts;

  const evolve = (state: Text = fresh, event: DomainEvent): Text => {
    switch (event.type) {
      case TextPublished.type:
        return {
          withdrawn: state.withdrawn,
          translations: state.translations,
          visibility: (event.data as DataOf<typeof TextPublished>).visibility,
        };
      case TextNarrowed.type: {
        const { visibility, before } = event.data as DataOf<typeof TextNarrowed>;
        return { ...state, visibility, narrowedFrom: before };
      }
      case TextTranslated.type: {
        const { translationId, translation } = event.data as DataOf<typeof TextTranslated>;
        return {
          ...state,
          translations: { ...state.translations, [translationId]: { ref: translation, checked: false } },
        };
      }
      case TranslationChecked.type: {
        const { translationId } = event.data as DataOf<typeof TranslationChecked>;
        const known = state.translations[translationId];
        return known
          ? {
              ...state,
              translations: { ...state.translations, [translationId]: { ...known, checked: true } },
            }
          : state;
      }
      case TextWithdrawn.type:
        return { ...state, withdrawn: true };
      default:
        return state;
    }
  };
  const text = aggregate<Text>('text', evolve);

  const handlers: readonly CommandHandler<TextRows>[] = [
    answers(PublishTexts, {
      on: (body) => text.ref(body.textIds[0] ?? ''),
      also: (body) => body.textIds.map(text.ref),
      looks: (rows: TextRows, { body }) => isThere(rows, body.forumId, body.textIds),
      decide: ({ body }, { of, look }) => {
        const missing = body.textIds.find((id) => !look.has(id));
        if (missing) return unknown('text', missing);
        const wider = body.textIds.filter(
          (id) => WIDTH.indexOf(body.visibility) > WIDTH.indexOf(look.get(id) ?? ''),
        );
        const withdrawn = wider.find((id) => of(text.ref(id))?.withdrawn);
        if (withdrawn)
          return refused('text-withdrawn', 'A withdrawn text stays withdrawn; hand in a new one.', {
            textId: withdrawn,
          });
        const narrowed = wider.find((id) => of(text.ref(id))?.narrowedFrom);
        if (narrowed)
          return refused('text-narrowed', 'It is published again when what it belongs to is restored.', {
            textId: narrowed,
          });
        return accepted(
          ...wider.map((textId) =>
            happened(text.ref(textId), TextPublished, {
              textId,
              releaseId: body.releaseId,
              visibility: body.visibility,
            }),
          ),
        );
      },
    }),
    answers(TranslateText, {
      on: (body) => text.ref(body.textId),
      looks: (rows: TextRows, { body }) => isThere(rows, body.forumId, [body.textId]),
      decide: ({ body }, { self, look }) => {
        if (!look.has(body.textId)) return unknown('text', body.textId);
        if (self?.translations[body.translationId]) return alreadySo();
        return accepted(
          happened(text.ref(body.textId), TextTranslated, {
            textId: body.textId,
            translationId: body.translationId,
            translation: body.translation,
          }),
        );
      },
    }),
    answers(CheckTranslation, {
      on: (body) => text.ref(body.textId),
      looks: (rows: TextRows, { body }) => isThere(rows, body.forumId, [body.textId]),
      decide: ({ body, actor }, { self, look }) => {
        if (!look.has(body.textId)) return unknown('text', body.textId);
        const known = self?.translations[body.translationId];
        if (!known) return unknown('translation', body.translationId);
        if (actor.roles.includes('process'))
          return refused('needs-a-person', 'A person must check a translation.');
        if (known.checked) return alreadySo();
        return accepted(
          happened(text.ref(body.textId), TranslationChecked, {
            textId: body.textId,
            translationId: body.translationId,
            lang: known.ref.lang,
          }),
        );
      },
    }),
    answers(CorrectText, {
      on: (body) => text.ref(body.textId),
      looks: (rows: TextRows, { body }) => isThere(rows, body.forumId, [body.textId]),
      decide: ({ body }, { self, look }) => {
        if (!look.has(body.textId)) return unknown('text', body.textId);
        if (self?.withdrawn)
          return refused('text-withdrawn', 'A withdrawn text cannot be corrected.', { textId: body.textId });
        return accepted(
          happened(text.ref(body.textId), TextCorrected, {
            textId: body.textId,
            correction: body.correction,
            reasonCode: body.reasonCode,
          }),
        );
      },
    }),
    answers(WithdrawText, {
      on: (body) => text.ref(body.textId),
      looks: (rows: TextRows, { body }) => isThere(rows, body.forumId, [body.textId]),
      decide: ({ body }, { self, look }) => {
        if (!look.has(body.textId)) return unknown('text', body.textId);
        if (self?.withdrawn) return alreadySo();
        return accepted(
          happened(text.ref(body.textId), TextWithdrawn, {
            textId: body.textId,
            reasonCode: body.reasonCode,
          }),
        );
      },
    }),
  ];

  const set = async (
    { textDb }: TextRows,
    column: string,
    id: string,
    value: unknown,
    type: string,
  ): Promise<void> =>
    void (await textDb.$executeRawUnsafe(
      `UPDATE text SET ${column} = $2::${type} WHERE id = $1::uuid`,
      id,
      value,
    ));
  const projections: readonly Applies<TextRows>[] = [
    projection(TextPublished, async (rows: TextRows, facts) => {
      for (const { data } of facts) await set(rows, 'visibility', data.textId, data.visibility, 'text');
    }),
    projection(TextNarrowed, async (rows: TextRows, facts) => {
      for (const { data } of facts) await set(rows, 'visibility', data.textId, data.visibility, 'text');
    }),
    projection(TextCorrected, async (rows: TextRows, facts) => {
      for (const { data } of facts)
        await set(rows, 'corrected_by', data.textId, data.correction.textId, 'uuid');
    }),
    projection(TextWithdrawn, async (rows: TextRows, facts) => {
      for (const { data } of facts) await set(rows, 'withdrawn', data.textId, true, 'boolean');
    }),
  ];
  return {
    aggregates: [text],
    answers: handlers,
    projections,
    tells: [TextPublished, TextNarrowed, TextTranslated, TranslationChecked, TextCorrected, TextWithdrawn],
  };
};
