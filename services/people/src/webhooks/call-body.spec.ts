import { describe, expect, it } from 'vitest';
import { callBody } from './call-body.ts';

const nothing = {
  ...{ noticeId: null, obligationId: null, institutionId: null, obligationKind: null, submissionId: null },
  ...{ commitmentId: null, dueOn: null, forumId: 'f', raisedAt: '2026-01-01T00:00:00.000Z' },
};

describe('the body of a call', () => {
  it('says what turned, when, whose and where to go, and nothing that is not known', () => {
    const told = {
      ...nothing,
      about: 'obligation.overdue',
      obligationId: 'o',
      institutionId: 'i',
      dueOn: '2026-02-01',
    };
    expect(JSON.parse(callBody(told, 'https://forum.example.org/ko'))).toEqual({
      type: 'obligation.overdue',
      timestamp: '2026-01-01T00:00:00.000Z',
      data: {
        ...{ forumId: 'f', institutionId: 'i', obligationId: 'o', dueOn: '2026-02-01' },
        link: 'https://forum.example.org/ko/duties/o',
      },
    });
  });
  it('is the same when it is made again', () => {
    const told = { ...nothing, about: 'answered' };
    expect(callBody(told, 'https://a')).toBe(callBody(told, 'https://a'));
  });
});
