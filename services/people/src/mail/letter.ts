export type Letter = { readonly subject: string; readonly text: string };

type About = { readonly about: string; readonly dueOn: string | null; readonly link: string };

const WORDS: Readonly<Record<string, { readonly ko: string; readonly en: string }>> = {
  reminded: { ko: '이행의무 기한이 다가옵니다', en: 'An obligation is coming due' },
  'fell-due': { ko: '오늘이 이행의무 기한입니다', en: 'An obligation is due today' },
  overdue: { ko: '이행의무 기한이 지났습니다', en: 'An obligation is overdue' },
  'requirement-approaching': {
    ko: 'OGP 최소요건의 기한이 다가옵니다',
    en: 'A minimum requirement of OGP must be met soon',
  },
  'requirement-missed': {
    ko: 'OGP 최소요건을 지키지 못했습니다',
    en: 'A minimum requirement of OGP was missed',
  },
  escalated: { ko: '이행의무가 상급자에게 보고되었습니다', en: 'An obligation was escalated to you' },
};

/** What a notice says by mail: only what is owed, by when, and where to answer. Nobody's words are repeated. */
export const letterOf = (lang: 'ko' | 'en', { about, dueOn, link }: About): Letter => {
  const subject = WORDS[about]?.[lang] ?? (lang === 'ko' ? '이행의무 알림' : 'Notice of an obligation');
  const due = dueOn === null ? '' : lang === 'ko' ? `기한: ${dueOn}\n` : `Due: ${dueOn}\n`;
  return { subject, text: `${subject}.\n${due}\n${link}\n` };
};
