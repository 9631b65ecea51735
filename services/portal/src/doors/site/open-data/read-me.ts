import { type Lang, saying } from '../../../pages/messages/say.ts';
import { tellCode, tellColumn, tellSet } from '../../../pages/messages/telling-data.ts';
import type { DataColumn, DataSet } from '../../../queries/data-sets.ts';
import type { Place } from '../../../queries/place.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const codesOf = (lang: Lang, column: DataColumn): string =>
  (column.codes?.values ?? []).map((one) => `\`${one}\` ${tellCode(lang, column, one)}`).join(', ');

const setIn = (lang: Lang, set: DataSet): string => {
  const say = saying(lang);
  const { title, text } = tellSet(lang, set);
  const rows = set.columns.map((column) => {
    const told = tellColumn(lang, set, column);
    const type = say(
      `data.type.${column.type === 'id' || column.type === 'ids' || column.type === 'text' ? 'string' : column.type}`,
    );
    const means = [told.title, told.text, codesOf(lang, column)].filter(Boolean).join(' — ');
    return `| \`${column.name}\` | ${type} | ${cell(means)} |`;
  });
  return [
    ...[`### ${title} (\`${set.name}.csv\`)`, '', text, ''],
    ...[
      `| ${say('data.column')} | ${say('data.type')} | ${say('data.means')} |`,
      '|---|---|---|',
      ...rows,
      '',
    ],
  ].join('\n');
};

/** What the files of a cycle hold, in one language: how they are written, then each of them column by column. */
const partIn = (lang: Lang, sets: readonly DataSet[], { cycle, forum, today }: Place): string => {
  const say = saying(lang);
  return [
    ...[`## ${cycle.name[lang]}, ${forum.name[lang]}`, ''],
    ...[say('data.readMe.when', { day: today }), ''],
    ...(['files', 'texts', 'lists', 'formulas', 'time', 'schema'] as const).map(
      (one) => `- ${say(`data.readMe.${one}`, one === 'time' ? { zone: forum.zone } : {})}`,
    ),
    ...['', ...sets.map((set) => setIn(lang, set))],
  ].join('\n');
};

/** The documentation that lies beside the files, in Korean and English. */
export const readMe = (sets: readonly DataSet[], place: Place): string =>
  `# ${place.cycle.name.ko} / ${place.cycle.name.en}\n\n${partIn('ko', sets, place)}\n${partIn('en', sets, place)}`;
