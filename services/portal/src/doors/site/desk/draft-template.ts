import type { CommitmentTemplate } from '@madang/contracts';
import { type Typed, tickedIn, typedIn } from '../../../pages/kit/form.tsx';
import type { Lang } from '../../../pages/messages/say.ts';
import type { TextView } from '../../../queries/texts.ts';
import type { DraftGround } from './draft-ground.ts';
import { rowsIn } from './draft-rows.ts';

type Template = typeof CommitmentTemplate._input;

const wordsOf = (text: TextView | null): string => (text?.state === 'there' ? text.words : '');
const listIn = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,\n、]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** What stands in the form before anything was typed: an empty template, or the latest version. */
export const typedOf = ({ commitment, page }: DraftGround, lang: Lang, milestoneId: string): Typed => {
  const last = commitment?.versions[0];
  if (!commitment || !last)
    return {
      ...{ lang, from: page.cycle.startsOn, until: page.cycle.endsOn, 'milestone-1': milestoneId },
      number: String(Math.max(0, ...page.cycle.commitments.map((one) => one.number)) + 1),
    };
  const { draft } = last;
  const rows = commitment.milestones.map((one, at): Typed => {
    const row = `milestone-${at + 1}`;
    return {
      ...{ [row]: one.milestoneId, [`${row}-ko`]: one.name.ko, [`${row}-en`]: one.name.en },
      ...{ [`${row}-due`]: one.dueOn, [`${row}-output`]: wordsOf(one.output) },
      [`${row}-lead`]: one.leadInstitutionId === draft.leadInstitutionId ? '' : one.leadInstitutionId,
    };
  });
  const supporters = draft.supporters.map((one, at): Typed => {
    const row = `supporter-${at + 1}`;
    return {
      ...{ [row]: one.institutionId ?? '', [`${row}-ko`]: one.name.ko, [`${row}-en`]: one.name.en },
      [`${row}-sector`]: one.sector,
    };
  });
  return {
    ...{ number: String(draft.number), 'title-ko': draft.title.ko, 'title-en': draft.title.en },
    ...{ lead: draft.leadInstitutionId, from: draft.periodFrom, until: draft.periodUntil },
    ...{ problem: wordsOf(last.problem), solution: wordsOf(last.solution), results: wordsOf(last.results) },
    ...{ lang: draft.problem.lang, values: draft.values, budget: draft.budgetLink ?? '' },
    ...{ sdg: draft.sdgTargets.join(', '), themes: (draft.themes ?? []).join(', ') },
    ...Object.assign({}, ...rows, ...supporters),
    onVersion: String(last.version),
  };
};

/** The template as it was typed; what the form does not show stays as it was in the latest version. */
export const templateOf = (typed: Typed, { commitment }: DraftGround): Template => {
  const is = (name: string): string => typedIn(typed, name).trim();
  const lang: Lang = is('lang') === 'en' ? 'en' : 'ko';
  const text = (name: string) => ({ lang, text: is(name) });
  const contacts = new Map(commitment?.milestones.map((one) => [one.milestoneId, one.contactPostId]));
  const themes = listIn(is('themes'));
  return {
    ...{ number: Number(is('number')), title: { ko: is('title-ko'), en: is('title-en') } },
    ...{ periodFrom: is('from'), periodUntil: is('until'), leadInstitutionId: is('lead') },
    values: tickedIn(typed, 'values') as Template['values'],
    sdgTargets: [...listIn(is('sdg'))],
    ...(themes.length > 0 ? { themes: [...themes] } : {}),
    ...(is('budget') ? { budgetLink: is('budget') } : {}),
    ...{ problem: text('problem'), solution: text('solution'), results: text('results') },
    supporters: rowsIn('supporter', typed).map((row) => ({
      name: { ko: is(`${row}-ko`), en: is(`${row}-en`) },
      sector: is(`${row}-sector`) as 'civil-society',
      ...(is(row) ? { institutionId: is(row) } : {}),
    })),
    milestones: rowsIn('milestone', typed).map((row) => {
      const contactPostId = contacts.get(is(row));
      return {
        ...{ milestoneId: is(row), name: { ko: is(`${row}-ko`), en: is(`${row}-en`) } },
        ...{ dueOn: is(`${row}-due`), leadInstitutionId: is(`${row}-lead`) || is('lead') },
        ...(is(`${row}-output`) ? { expectedOutput: text(`${row}-output`) } : {}),
        ...(contactPostId ? { contactPostId } : {}),
      };
    }),
  };
};

const FLAT: Readonly<Record<string, string>> = {
  ...{ number: 'number', periodFrom: 'from', periodUntil: 'until', leadInstitutionId: 'lead' },
  ...{ values: 'values', sdgTargets: 'sdg', themes: 'themes', budgetLink: 'budget' },
  ...{ problem: 'problem', solution: 'solution', results: 'results' },
};
const IN_ROW: Readonly<Record<string, string>> = {
  ...{ dueOn: 'due', leadInstitutionId: 'lead', expectedOutput: 'output', sector: 'sector' },
};

/** The field of the form that a path of the template stands in. */
export const fieldAt = (path: readonly PropertyKey[], typed: Typed): string | undefined => {
  const [first, second, third, fourth] = path.map(String);
  if (first === 'title') return `title-${second ?? 'ko'}`;
  if (first !== 'milestones' && first !== 'supporters') return first ? FLAT[first] : undefined;
  const row = rowsIn(first === 'milestones' ? 'milestone' : 'supporter', typed)[Number(second)];
  if (!row || !third) return row;
  return third === 'name'
    ? `${row}-${fourth ?? 'ko'}`
    : IN_ROW[third]
      ? `${row}-${IN_ROW[third]}`
      : undefined;
};
