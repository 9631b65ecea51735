import { rulePacks } from '@madang/standards';
import { describe, expect, it } from 'vitest';
import { isKey } from './messages/say.ts';
import { type RequirementSeen, type RequirementsView, requirementsPage } from './requirements-page.tsx';

const name = { ko: '제6차 실행계획', en: 'Sixth plan' };
const seen = (more: Partial<RequirementSeen>): RequirementSeen => ({
  ...{ id: '1.1', check: 'dialogue-regular', isRead: true, status: 'met', why: 'meets-regularly' },
  ...{ evidence: { lastMeetingOn: '2026-03-02', nextDueOn: '2026-09-02', gapFrom: null, rulesPublic: true } },
  ...{ dueOn: undefined, ...more },
});
const drawn = (
  requirements: readonly RequirementSeen[],
  lang: 'ko' | 'en' = 'en',
  coverage: { accepted: number; answered: number; waived: number } | undefined = undefined,
): string => {
  const forum = { id: 'f', name, level: 'national', zone: 'Asia/Seoul', rehearsal: false, now: '' };
  const page = {
    ...{ forum, forumName: name, today: '2026-04-01' },
    cycle: { id: 'c', name, stage: 'drafting', coverage },
  } as unknown as RequirementsView['page'];
  const view = { page, requirements, rulePack: 'ogp-2022', asOf: '2026-04-01', updates: ['2026-02-01'] };
  return requirementsPage(view, lang).replace(/\s+/g, ' ');
};

describe('the page of requirements', () => {
  it('has words for every check of every pack', () => {
    const checks = rulePacks.flatMap((pack) => pack.requirements.map((one) => one.check));
    for (const check of checks)
      for (const family of ['check', 'next']) expect(isKey(`requirement.${family}.${check}`)).toBe(true);
  });
  it('says of each whether it is met, on what facts, what comes next, and where to see it', () => {
    const page = drawn([seen({})]);
    expect(page).toContain('Of 1 requirements 1 are met, 0 are not met, and 0 are still open.');
    expect(page).toMatch(/The last meeting was on 2 Mar 2026, and the basic rules are public\./);
    expect(page).toMatch(/The next meeting is due by 2 Sept? 2026/);
    expect(page).toContain('href="/en/forums/f#meetings"');
  });
  it('shows how many contributions are answered before anything is sealed', () => {
    const evidence = { accepted: 0, answered: 0, waived: 0, unanswered: 0 };
    const requirement = seen({
      ...{ id: '4.1', check: 'contributions-answered', status: 'not-yet', why: 'no-contributions', evidence },
    });
    const page = drawn([requirement], 'ko', { accepted: 10, answered: 6, waived: 1 });
    expect(page).toContain(
      '의견 10건 가운데 지금까지 6건에 답했고, 1건은 이유를 밝히고 답하지 않았으며, 3건이 기다립니다.',
    );
    expect(page).toContain('role="img"');
    expect(page).toContain('href="/ko/cycles/c/contributions?answer=waiting"');
    expect(drawn([requirement], 'ko')).toContain('아직 들어온 의견이 없습니다.');
  });
  it('says which wording nobody has compared with OGP’s own', () => {
    expect(drawn([seen({ isRead: false })])).toContain('not yet compared with OGP’s own text');
    expect(drawn([seen({})])).not.toContain('not yet compared');
  });
  it('gives the last day of what time alone breaks, and no next step for what is over', () => {
    const evidence = { atLeast: 2, fullYears: 0, thisYear: 1, yearTooFewFrom: null, linksBroken: 0 };
    const repository = seen({
      id: '2.2',
      check: 'repository-current',
      status: 'not-yet',
      why: 'year-not-over',
    });
    expect(drawn([{ ...repository, evidence, dueOn: '2026-12-31' }])).toMatch(
      /1 of 2 updates this year\..*At least 2 updates are needed every year\. The last day is 31 Dec 2026/,
    );
    const notBegun = { ...evidence, thisYear: null };
    expect(drawn([{ ...repository, evidence: notBegun }])).toContain('0 of 2 updates this year.');
    const late = seen({ id: '3.1', check: 'timetable-in-time', status: 'unmet', why: 'notice-too-short' });
    const given = {
      publishedOn: '2026-01-01',
      developmentStartsOn: '2026-01-05',
      noticeDays: 4,
      atLeastDays: 14,
    };
    const page = drawn([{ ...late, evidence: given }]);
    expect(page).toContain('only 4 days before');
    expect(page).not.toContain('What is next');
  });
  it('says the status alone where the facts were not told', () => {
    expect(drawn([seen({ evidence: undefined })])).toContain('>met</span>');
  });
});
