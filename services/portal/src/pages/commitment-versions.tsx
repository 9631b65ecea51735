import { diffWordsWithSpace } from 'diff';
import type { VNode } from 'preact';
import { type Change, changesBetween } from '../domain/changes-between.ts';
import type { VersionView } from '../queries/commitments.ts';
import type { TextView } from '../queries/texts.ts';
import { dayIn, type Told } from './kit/told.ts';
import { langOf, Words } from './kit/words.tsx';

const wordsOf = (text: TextView | null): string => (text?.state === 'there' ? text.words : '');
/** Longer texts are compared as they stand beside each other: a diff of them would say nothing. */
const LONGEST = 20_000;

const Diff = ({
  before,
  after,
  told,
}: {
  readonly before: TextView | null;
  readonly after: TextView | null;
  readonly told: Told;
}): VNode | null => {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (was === is || was.length + is.length > 2 * LONGEST) return null;
  const parts = diffWordsWithSpace(was, is, { timeout: 200 });
  if (!parts) return null;
  return (
    <div class="words" lang={langOf(after)}>
      {parts.map((one, at) =>
        one.added ? (
          <ins key={at} title={told.say('diff.added')}>
            {one.value}
          </ins>
        ) : one.removed ? (
          <del key={at} title={told.say('diff.removed')}>
            {one.value}
          </del>
        ) : (
          one.value
        ),
      )}
    </div>
  );
};

/** The long texts of a commitment. */
export const FIELDS = ['problem', 'solution', 'results'] as const;

type Names = Readonly<Record<string, { readonly ko: string; readonly en: string }>>;

/** One thing that changed, in words. */
const changeIn = (change: Change, institutions: Names, { say, lang, ...told }: Told): string => {
  const named = (id: string): string => institutions[id]?.[lang] ?? id.slice(0, 8);
  switch (change.what) {
    case 'milestone-added':
    case 'milestone-dropped':
      return say(`change.${change.what}`, { milestone: change.of.name[lang] });
    case 'milestone-name':
      return say('change.milestone-name', { was: change.was, is: change.is });
    case 'milestone-due':
      return say('change.milestone-due', {
        milestone: change.of.name[lang],
        was: dayIn({ say, lang, ...told }, change.was),
        is: dayIn({ say, lang, ...told }, change.is),
      });
    case 'milestone-lead':
      return say('change.milestone-lead', {
        milestone: change.of.name[lang],
        was: named(change.was),
        is: named(change.is),
      });
    case 'lead':
      return say('change.field', {
        field: say('commitment.lead'),
        was: named(change.was),
        is: named(change.is),
      });
    case 'values': {
      const values = (list: string): string =>
        list
          .split(', ')
          .filter(Boolean)
          .map((each) => say(`value.${each}` as 'value.inclusion'))
          .join(', ') || '–';
      return say('change.field', {
        field: say('commitment.values'),
        was: values(change.was),
        is: values(change.is),
      });
    }
    default:
      return say('change.field', {
        field: say(
          (
            {
              title: 'form.title',
              period: 'commitment.period',
              sdg: 'commitment.sdg',
              themes: 'filter.theme',
              supporters: 'commitment.supporters',
            } as const
          )[change.what],
        ),
        was: change.was || '–',
        is: change.is || '–',
      });
  }
};

/** One version of a commitment: why it was written, because of whom, and what is different in it. */
export const Version = ({
  one,
  before,
  institutions,
  told,
}: {
  readonly one: VersionView;
  readonly before: VersionView | undefined;
  readonly institutions: Names;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  const changed = before ? FIELDS.filter((field) => wordsOf(one[field]) !== wordsOf(before[field])) : [];
  const changes = before ? changesBetween(before.draft, one.draft, lang) : [];
  return (
    <li id={`version-${one.version}`}>
      <p class="item-title">
        {say('commitment.version', { version: one.version })}, {say(`commitment.version.${one.how}`)},{' '}
        {dayIn(told, one.on)}
      </p>
      <Words text={one.reason} told={told} />
      {one.causes.length > 0 ? (
        <details>
          <summary>{say('commitment.version.because', { count: one.causes.length })}</summary>
          <ul class="plain">
            {one.causes.slice(0, 200).map((cause) => (
              <li key={cause.id}>
                <a href={`/${lang}/${cause.kind}s/${cause.id}`}>
                  {say(`kind.${cause.kind}`)} {cause.id.slice(0, 8)}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {before && changed.length + changes.length > 0 ? (
        <details>
          <summary>
            {say('commitment.version.changes')}:{' '}
            {say('commitment.version.compare', { version: before.version })}
          </summary>
          {changes.length > 0 ? (
            <ul class="plain">
              {changes.map((change, at) => (
                <li key={at}>{changeIn(change, institutions, told)}</li>
              ))}
            </ul>
          ) : null}
          {changed.map((field) => (
            <div key={field}>
              <h3>{say(`commitment.${field}`)}</h3>
              <Diff before={before[field]} after={one[field]} told={told} />
            </div>
          ))}
        </details>
      ) : null}
    </li>
  );
};
