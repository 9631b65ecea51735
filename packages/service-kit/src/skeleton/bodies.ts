/** What the skeleton's specs ask with. */
export const foundForum = {
  name: { ko: '열린정부포럼', en: 'Open Government Forum' },
  level: 'national',
  zone: 'Asia/Seoul',
  country: 'KR',
  languages: ['ko', 'en'],
  rulePack: 'ogp-2022',
};

export const cycleBody = (cycleId: string): object => ({
  cycleId,
  name: { ko: '계획', en: 'Plan' },
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  years: 2,
});
