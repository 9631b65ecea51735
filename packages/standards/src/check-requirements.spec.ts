import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRequirements } from './check-requirements.ts';
import { nextMeetingDueOn } from './checks/dialogue-regular.ts';
import type { CycleFacts } from './cycle-facts.ts';
import { addDays } from './day.ts';
import { rulePack } from './rule-packs.ts';

const nothing: CycleFacts = {
  asOf: '2024-01-01',
  assessedFrom: '2024-01-01',
  meetingsHeldOn: [],
  rulesPublishedOn: null,
  sitePublishedOn: null,
  repositoryUpdatedOn: [],
  timetable: null,
  development: { startedOn: null, endedOn: null },
  outreachOn: [],
  inputWindows: [],
  contributions: { accepted: 0, answered: 0, waived: 0 },
  summaryPublishedOn: null,
  implementation: null,
  resultsMeetingsOn: [],
};
const exemplary: CycleFacts = {
  asOf: '2026-08-01',
  assessedFrom: '2024-01-01',
  meetingsHeldOn: ['2024-02-01', '2024-08-01', '2025-02-01', '2025-08-01', '2026-02-01'],
  rulesPublishedOn: '2024-01-15',
  sitePublishedOn: '2024-01-01',
  repositoryUpdatedOn: ['2024-03-01', '2024-09-01', '2025-03-01', '2025-09-01'],
  timetable: { publishedOn: '2024-01-10', developmentStartsOn: '2024-02-01' },
  development: { startedOn: '2024-02-01', endedOn: '2024-07-31' },
  outreachOn: ['2024-01-20', '2024-04-01'],
  inputWindows: [
    { opensOn: '2024-03-01', closesOn: '2024-03-31', channel: 'online' },
    { opensOn: '2024-03-15', closesOn: '2024-03-15', channel: 'in-person' },
  ],
  contributions: { accepted: 10, answered: 9, waived: 1 },
  summaryPublishedOn: '2024-06-01',
  implementation: { startsOn: '2024-08-01', endsOn: '2026-07-31' },
  resultsMeetingsOn: ['2024-12-01', '2025-06-01', '2025-12-01', '2026-06-01'],
};
const on = (facts: CycleFacts, id: string) => {
  const found = checkRequirements(rulePack(id.startsWith('step') ? 'ogp-2017' : 'ogp-2022'), facts).find(
    (standing) => standing.id === id,
  );
  return found === undefined ? 'no such requirement' : `${found.status}: ${found.why}`;
};
const but = (changed: Partial<CycleFacts>): CycleFacts => ({ ...exemplary, ...changed });

describe('an exemplary cycle', () => {
  it('meets every requirement of every pack', () => {
    for (const id of ['ogp-2022', 'ogp-2017', 'ogp-local'] as const) {
      expect(
        checkRequirements(rulePack(id), exemplary).filter(({ status }) => status !== 'met'),
        id,
      ).toEqual([]);
    }
  });
});

describe('a cycle of which nothing has happened', () => {
  it('has missed nothing yet', () => {
    for (const id of ['ogp-2022', 'ogp-2017'] as const)
      expect(checkRequirements(rulePack(id), nothing).every(({ status }) => status === 'not-yet')).toBe(true);
  });
});

describe('regular meetings, OGP 1.1', () => {
  it('may be six months apart to the day', () => {
    expect(on(but({ asOf: '2026-08-01' }), '1.1')).toBe('met: meets-regularly');
    expect(on(but({ asOf: '2026-08-02' }), '1.1')).toBe('unmet: meetings-too-far-apart');
    expect(on(but({ meetingsHeldOn: ['2024-02-01', '2024-08-02'], asOf: '2024-08-02' }), '1.1')).toBe(
      'unmet: meetings-too-far-apart',
    );
  });
  it('count from the first day when none was held, or from the last one before it', () => {
    expect(on({ ...nothing, asOf: '2024-07-01' }, '1.1')).toBe('not-yet: no-meeting-yet');
    expect(on({ ...nothing, asOf: '2024-07-02' }, '1.1')).toBe('unmet: meetings-too-far-apart');
    expect(on({ ...nothing, meetingsHeldOn: ['2023-06-30'] }, '1.1')).toBe('unmet: meetings-too-far-apart');
  });
  it('need public rules', () => {
    expect(on(but({ rulesPublishedOn: null }), '1.1')).toBe('unmet: rules-not-public');
    expect(on(but({ rulesPublishedOn: '2026-08-02' }), '1.1')).toBe('unmet: rules-not-public');
  });
  it('say when the next one is due, in whatever order they were recorded', () => {
    expect(
      nextMeetingDueOn(
        rulePack('ogp-2022'),
        but({ meetingsHeldOn: [...exemplary.meetingsHeldOn].reverse() }),
      ),
    ).toBe('2026-08-01');
    expect(nextMeetingDueOn(rulePack('ogp-2022'), nothing)).toBe('2024-07-01');
  });
});

describe('public information, OGP 2.1 and 2.2', () => {
  it('needs a site once development starts', () => {
    expect(on(but({ sitePublishedOn: null }), '2.1')).toBe('unmet: no-site');
    expect(on(but({ sitePublishedOn: '2026-08-02' }), '2.1')).toBe('unmet: no-site');
    expect(on({ ...nothing, development: { startedOn: '2024-01-02', endedOn: null } }, '2.1')).toBe(
      'not-yet: no-site',
    );
  });
  it('needs two updates in each full year; the running year is open', () => {
    expect(on(but({ repositoryUpdatedOn: ['2024-03-01', '2025-03-01', '2025-09-01'] }), '2.2')).toBe(
      'unmet: too-few-in-a-year',
    );
    expect(on(but({ asOf: '2024-12-31', repositoryUpdatedOn: ['2024-03-01'] }), '2.2')).toBe(
      'not-yet: year-not-over',
    );
    expect(on(but({ asOf: '2025-01-01', repositoryUpdatedOn: ['2024-03-01'] }), '2.2')).toBe(
      'unmet: too-few-in-a-year',
    );
    expect(on(but({ asOf: '2024-12-31', repositoryUpdatedOn: ['2024-03-01', '2024-03-02'] }), '2.2')).toBe(
      'met: enough-every-year',
    );
  });
  it('needs links that still resolve', () => {
    expect(on(but({ repositoryLinksBroken: 1 }), '2.2')).toBe('unmet: links-broken');
  });
});

describe('the timetable, OGP 3.1', () => {
  const published = (publishedOn: string, developmentStartsOn: string, startedOn: string | null = null) =>
    on(
      {
        ...nothing,
        asOf: '2024-03-01',
        timetable: { publishedOn, developmentStartsOn },
        development: { startedOn, endedOn: null },
      },
      '3.1',
    );
  it('is out two weeks before development starts', () => {
    expect(published('2024-01-18', '2024-02-01')).toBe('met: notice-given');
    expect(published('2024-01-19', '2024-02-01')).toBe('unmet: notice-too-short');
  });
  it('is judged by the actual start, and anew when the start is moved', () => {
    expect(published('2024-01-18', '2024-02-01', '2024-01-31')).toBe('unmet: notice-too-short');
    expect(published('2024-01-30', '2024-02-13')).toBe('met: notice-given');
  });
  it('is missed once development starts without one', () => {
    expect(on(but({ timetable: null }), '3.1')).toBe('unmet: no-timetable');
    expect(
      on({ ...nothing, timetable: { publishedOn: '2024-01-02', developmentStartsOn: '2024-02-01' } }, '3.1'),
    ).toBe('not-yet: no-timetable');
  });
  it('had to be public the day before, in the six steps', () => {
    const late = { timetable: { publishedOn: '2024-01-31', developmentStartsOn: '2024-02-01' } };
    expect(on(but(late), 'step-1')).toBe('met: notice-given');
    expect(on(but(late), 'step-2')).toBe('unmet: notice-too-short');
    expect(
      on(but({ timetable: { publishedOn: '2024-02-01', developmentStartsOn: '2024-02-01' } }), 'step-1'),
    ).toBe('unmet: notice-too-short');
  });
});

describe('outreach, OGP 3.2', () => {
  it('comes before development and during it', () => {
    expect(on(but({ outreachOn: ['2024-04-01'] }), '3.2')).toBe('unmet: no-outreach-before');
    expect(on(but({ outreachOn: ['2024-01-31'] }), '3.2')).toBe('unmet: no-outreach-during');
    expect(on(but({ outreachOn: ['2024-01-31', '2024-08-01'] }), '3.2')).toBe('unmet: no-outreach-during');
    expect(on(but({ outreachOn: ['2024-01-31', '2024-02-01'] }), '3.2')).toBe(
      'met: outreach-before-and-during',
    );
    expect(on(but({ outreachOn: ['2024-01-31'], asOf: '2024-07-30' }), '3.2')).toBe(
      'not-yet: no-outreach-during',
    );
  });
});

describe('inputs, OGP 3.3', () => {
  const open = (opensOn: string, closesOn: string, asOf = '2024-08-01') =>
    on(but({ asOf, inputWindows: [{ opensOn, closesOn, channel: 'online' }] }), '3.3');
  it('are gathered for fourteen days, first and last included', () => {
    expect(open('2024-03-01', '2024-03-14')).toBe('met: open-long-enough');
    expect(open('2024-03-01', '2024-03-13')).toBe('unmet: window-too-short');
  });
  it('are open until development ends', () => {
    expect(open('2024-03-01', '2024-03-31', '2024-03-13')).toBe('not-yet: window-still-open');
    expect(open('2024-03-01', '2024-03-31', '2024-03-14')).toBe('met: open-long-enough');
    expect(open('2024-03-01', '2024-03-13', '2024-04-01')).toBe('not-yet: window-too-short');
    expect(open('2024-03-01', '2024-03-31', '2024-02-01')).toBe('not-yet: no-window-yet');
    expect(on(but({ inputWindows: [] }), '3.3')).toBe('unmet: no-window-yet');
  });
  it('were gathered on line and in person, in the six steps', () => {
    const online = but({ inputWindows: exemplary.inputWindows.slice(0, 1) });
    expect([on(online, 'step-4'), on(online, 'step-5')]).toEqual([
      'met: open-long-enough',
      'unmet: no-window-yet',
    ]);
    const inPerson = but({ inputWindows: exemplary.inputWindows.slice(1) });
    expect([on(inPerson, 'step-4'), on(inPerson, 'step-5')]).toEqual([
      'unmet: no-window-yet',
      'met: open-long-enough',
    ]);
  });
});

describe('reasoned response, OGP 4.1', () => {
  const answered = (accepted: number, done: number, waived: number, asOf = '2024-07-31') =>
    on(but({ asOf, contributions: { accepted, answered: done, waived } }), '4.1');
  it('leaves no contribution without an answer', () => {
    expect(answered(10, 10, 0)).toBe('met: all-answered');
    expect(answered(10, 9, 1)).toBe('met: all-answered-or-waived');
    expect(answered(10, 9, 0)).toBe('unmet: unanswered');
    expect(answered(10, 9, 0, '2024-07-30')).toBe('not-yet: unanswered');
  });
  it('is not asked for where nobody contributed', () => {
    expect(answered(0, 0, 0)).toBe('not-applicable: no-contributions');
    expect(answered(0, 0, 0, '2024-07-30')).toBe('not-yet: no-contributions');
  });
  it('cannot answer more than came in', () => {
    expect(() => answered(10, 10, 1)).toThrow('more answered (10) and waived (1) than accepted (10)');
  });
  it('was a summary of comments, in the six steps', () => {
    expect(on(but({ summaryPublishedOn: null }), 'step-6')).toBe('unmet: no-summary');
    expect(on(but({ summaryPublishedOn: null, asOf: '2024-07-30' }), 'step-6')).toBe('not-yet: no-summary');
    expect(on(but({ asOf: '2024-05-31' }), 'step-6')).toBe('not-yet: no-summary');
  });
});

describe('meetings on results, OGP 5.1', () => {
  it('are two in each year of implementation', () => {
    expect(on(but({ resultsMeetingsOn: ['2024-12-01', '2025-06-01', '2025-12-01'] }), '5.1')).toBe(
      'unmet: too-few-in-a-year',
    );
    expect(
      on(but({ resultsMeetingsOn: ['2024-12-01', '2025-06-01', '2025-12-01'], asOf: '2026-07-31' }), '5.1'),
    ).toBe('met: enough-every-year');
    expect(on(but({ resultsMeetingsOn: ['2024-12-01'], asOf: '2025-07-31' }), '5.1')).toBe(
      'not-yet: year-not-over',
    );
    expect(on(but({ asOf: '2024-07-31' }), '5.1')).toBe('not-yet: implementation-not-begun');
  });
  it('are not asked of the rest of a plan that is no full year', () => {
    const eighteenMonths = {
      implementation: { startsOn: '2024-08-01', endsOn: '2026-01-31' },
      resultsMeetingsOn: ['2024-12-01', '2025-06-01', '2026-06-01'],
    };
    expect(on(but(eighteenMonths), '5.1')).toBe('met: enough-every-year');
  });
});

describe('facts of the future', () => {
  const aDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days));
  it('change nothing as of today', () => {
    fc.assert(
      fc.property(aDay, fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }), (asOf, ahead) => {
        const later = ahead.map((days) => addDays(asOf, days));
        const more = but({
          asOf,
          meetingsHeldOn: [...exemplary.meetingsHeldOn, ...later],
          outreachOn: [...later, ...exemplary.outreachOn],
          repositoryUpdatedOn: [...exemplary.repositoryUpdatedOn, ...later],
          resultsMeetingsOn: [...later, ...exemplary.resultsMeetingsOn],
        });
        expect(checkRequirements(rulePack('ogp-2022'), more)).toEqual(
          checkRequirements(rulePack('ogp-2022'), but({ asOf })),
        );
      }),
    );
  });
});
