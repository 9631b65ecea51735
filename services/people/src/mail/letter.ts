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
  'mandates-approaching': { ko: '위원의 임기가 곧 끝납니다', en: 'Mandates at the table end soon' },
  'mandates-missed': { ko: '임기가 끝나 빈 자리가 있습니다', en: 'Mandates have ended and seats are empty' },
  'balance-approaching': {
    ko: '시민사회 위원이 곧 한 명 이하로 줄어듭니다',
    en: 'Civil society will soon hold fewer than two seats',
  },
  'balance-missed': {
    ko: '시민사회 위원이 두 명보다 적습니다',
    en: 'Civil society holds fewer than two seats',
  },
  escalated: { ko: '이행의무가 상급자에게 보고되었습니다', en: 'An obligation was escalated to you' },
};

/** What a notice says by mail: only what is owed, by when, and where to answer. Nobody's words are repeated. */
export const letterOf = (lang: 'ko' | 'en', { about, dueOn, link }: About): Letter => {
  const subject = WORDS[about]?.[lang] ?? (lang === 'ko' ? '이행의무 알림' : 'Notice of an obligation');
  const due = dueOn === null ? '' : lang === 'ko' ? `기한: ${dueOn}\n` : `Due: ${dueOn}\n`;
  return { subject, text: `${subject}.\n${due}\n${link}\n` };
};
