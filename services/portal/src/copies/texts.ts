import {
  allEvents,
  ContributorErased,
  type Event,
  type EventEnvelope,
  ImportChunkStaged,
  type ServiceName,
  type TextRef,
  textContracts,
} from '@madang/contracts';
import { type Applies, copy } from '@madang/decider';
import type { PublicRows } from './public-rows.ts';
import type { PublicWriter } from './public-writer.ts';

type Found = { readonly role: string; readonly ref: TextRef };

const isTextRef = (value: object): value is TextRef => 'textId' in value && 'digest' in value;

/** Every text a fact names, with the path that says what it is there for; places in lists are left out of the path. */
export const textsNamedIn = (data: unknown, role = ''): readonly Found[] => {
  if (typeof data !== 'object' || data === null) return [];
  if (isTextRef(data)) return [{ role, ref: data }];
  return Object.entries(data).flatMap(([key, value]) =>
    textsNamedIn(value, Array.isArray(data) ? role : role ? `${role}.${key}` : key),
  );
};

const rowOf = (
  { source, subject, forumid, time, sequence, data }: EventEnvelope,
  { role, ref }: Found,
): PublicRows['textRow'] => {
  const cut = subject.indexOf('/');
  const { contributorId } = data as { readonly contributorId?: string };
  return {
    textId: ref.textId,
    source,
    forumId: forumid,
    subjectKind: subject.slice(0, cut),
    subjectId: subject.slice(cut + 1),
    role,
    lang: ref.lang,
    visibility: ref.visibility,
    withdrawn: false,
    erased: false,
    contributorId: contributorId ?? null,
    translationOf: null,
    checked: true,
    at: time,
    wanted: ref.visibility === 'public' ? sequence : null,
  };
};

/** What is staged for an import is not told of until it is accepted. */
const namesTexts = (event: Event): boolean =>
  event !== ImportChunkStaged &&
  JSON.stringify(event.data.toJSONSchema()).includes('"digest"') &&
  !event.type.includes('.text.');

/** Titles of parts are told again by the parts themselves. */
const naming = (event: Event): Applies<PublicWriter> =>
  copy(event, (rows: PublicWriter, facts) =>
    rows.add(
      'textRow',
      facts.flatMap((fact) =>
        textsNamedIn(fact.data)
          .filter(({ role }) => !role.startsWith('parts.'))
          .map((found) => rowOf(fact, found)),
      ),
    ),
  );

/** What changes who may read a text. Its words go at once and come again if they are still public. */
const changing = (source: ServiceName): readonly Applies<PublicWriter>[] => {
  const facts = textContracts(source);
  return [
    copy(facts.TextPublished, async (rows: PublicWriter, all) => {
      // An import publishes thousands at once: one statement for each visibility.
      for (const [visibility, some] of Map.groupBy(all, (one) => one.data.visibility))
        await rows.change(
          'textRow',
          { textId: { in: some.map((one) => one.data.textId) } },
          { visibility, wanted: visibility === 'public' ? (some.at(-1)?.sequence ?? null) : null },
        );
    }),
    copy(facts.TextNarrowed, async (rows: PublicWriter, all) => {
      for (const { data } of all) {
        await rows.change('textRow', { textId: data.textId }, { visibility: data.visibility, wanted: null });
        await rows.drop('textWords', { textId: data.textId });
      }
    }),
    copy(facts.TextWithdrawn, async (rows: PublicWriter, all) => {
      for (const { data } of all) {
        await rows.change('textRow', { textId: data.textId }, { withdrawn: true, wanted: null });
        await rows.drop('textWords', { textId: data.textId });
      }
    }),
    copy(facts.TextCorrected, async (rows: PublicWriter, all) => {
      for (const { data, sequence } of all) {
        await rows.drop('textWords', { textId: data.textId });
        await rows.change(
          'textRow',
          { textId: data.textId, visibility: 'public', withdrawn: false },
          { wanted: sequence, lang: data.correction.lang },
        );
      }
    }),
    copy(facts.TextTranslated, (rows: PublicWriter, all) =>
      rows.add(
        'textRow',
        all.map((fact) => ({
          ...rowOf(fact as EventEnvelope, { role: 'translation', ref: fact.data.translation }),
          subjectKind: 'translation',
          subjectId: fact.data.translationId,
          translationOf: fact.data.textId,
          checked: false,
        })),
      ),
    ),
    copy(facts.TranslationChecked, async (rows: PublicWriter, all) => {
      for (const { data } of all)
        await rows.change(
          'textRow',
          { subjectKind: 'translation', subjectId: data.translationId },
          { checked: true },
        );
    }),
  ];
};

/** Nothing of an erased contributor's words stays; the data files are cleaned afterwards. */
const erasing = copy(ContributorErased, async (rows: PublicWriter, facts) => {
  for (const { data, source, sequence } of facts) {
    const textIds = await rows.textsOf(data.contributorId);
    await rows.change('textRow', { contributorId: data.contributorId }, { erased: true, wanted: null });
    await rows.drop('textWords', { textId: { in: textIds } });
    await rows.add('wordsToClean', [{ source, sequence }]);
  }
});

/** Which texts there are, who may read them, and what each is there for, by the service that holds them. */
export const textCopies = (source: ServiceName): readonly Applies<PublicWriter>[] => [
  ...allEvents.filter((one) => one.service === source && namesTexts(one)).map(naming),
  ...changing(source),
  ...(source === 'commitments' ? [erasing] : []),
];
