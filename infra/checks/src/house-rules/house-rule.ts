/** A rule on the text of files that no linter knows. */
export type HouseRule = {
  readonly name: string;
  readonly because: string;
  /** Files it is for, by path from the top folder. */
  readonly files: RegExp;
  readonly but?: RegExp;
  /** What must not stand in a line; for `wholeFile` anywhere in the text. */
  readonly finds: RegExp;
  readonly wholeFile?: true;
};

/** A place where a rule is broken. */
export type Offence = {
  readonly rule: string;
  readonly because: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
};

export const longest = 300;

const lineOf = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const offencesOf = (rule: HouseRule, file: string, text: string): readonly Offence[] => {
  const { name, because } = rule;
  const at = (line: number, found: string): Offence => ({
    rule: name,
    because,
    file,
    line,
    text: found.trim().slice(0, 120),
  });
  if (rule.wholeFile) {
    const found = rule.finds.exec(text);
    return found ? [at(lineOf(text, found.index), found[0])] : [];
  }
  return text.split('\n').flatMap((line, index) => (rule.finds.test(line) ? [at(index + 1, line)] : []));
};

const nameOffences = (file: string): readonly Offence[] =>
  /(^|\/|-)(utils?|helpers?|common|managers?)([./-]|$)/.test(file)
    ? [
        {
          rule: 'names-say-what',
          because: 'Name a file after the one thing it exports.',
          file,
          line: 1,
          text: file,
        },
      ]
    : [];

const lengthOffences = (file: string, text: string): readonly Offence[] => {
  const lines = text.split('\n').length - 1;
  return /\.tsx?$/.test(file) && lines > longest
    ? [
        {
          rule: 'files-stay-short',
          because: `Over ${longest} lines: split by idea.`,
          file,
          line: lines,
          text: `${lines} lines`,
        },
      ]
    : [];
};

/** Everything in one file that breaks a house rule. */
export const offencesIn = (rules: readonly HouseRule[], file: string, text: string): readonly Offence[] => [
  ...nameOffences(file),
  ...lengthOffences(file, text),
  ...rules
    .filter(({ files, but }) => files.test(file) && !but?.test(file))
    .flatMap((rule) => offencesOf(rule, file, text)),
];
