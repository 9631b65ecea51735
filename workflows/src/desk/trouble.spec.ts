import type { WorkflowExecutionDescription } from '@temporalio/client';
import { describe, expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const now = Date.parse('2026-11-28T12:00:00.000Z');
const ago = (seconds: number): Date => new Date(now - seconds * 1000);
const stamp = (at: Date) => ({ seconds: at.getTime() / 1000 });
const process = (more: { status?: string; due?: Date; closeTime?: Date; raw?: object }) =>
  ({
    status: { name: more.status ?? 'RUNNING' },
    closeTime: more.closeTime,
    searchAttributes: more.due ? { MadangDue: [more.due] } : {},
    raw: more.raw ?? {},
  }) as unknown as WorkflowExecutionDescription;

describe('a process that runs', () => {
  it('is no trouble while it waits for an instant that is to come, or that has just passed', () => {
    expect(troubleOf(process({}), now)).toBeUndefined();
    expect(troubleOf(process({ due: ago(-60) }), now)).toBeUndefined();
    expect(troubleOf(process({ due: ago(60) }), now)).toBeUndefined();
  });
  it('is one when its instant has long passed', () => {
    expect(troubleOf(process({ due: ago(600) }), now)).toEqual({
      code: 'step-not-taken',
      since: ago(600).toISOString(),
    });
  });
  it('is one when its task fails again and again, or comes to no end', () => {
    const task = (attempt: number, seconds: number) =>
      troubleOf(
        process({ raw: { pendingWorkflowTask: { attempt, scheduledTime: stamp(ago(seconds)) } } }),
        now,
      );
    expect(task(1, 5)).toBeUndefined();
    expect(task(2, 5)).toBeUndefined();
    expect(task(4, 5)).toMatchObject({ code: 'task-failing', attempts: 4 });
    expect(task(1, 90)).toMatchObject({ code: 'task-pending', since: ago(90).toISOString() });
  });
  it('is one when an activity fails again and again', () => {
    const raw = { pendingActivities: [{ attempt: 3 }, { attempt: 7, lastStartedTime: stamp(ago(9)) }] };
    expect(troubleOf(process({ raw }), now)).toMatchObject({ code: 'task-failing', attempts: 7 });
  });
});

describe('a process that has ended', () => {
  it.each([
    ['COMPLETED', undefined],
    ['CONTINUED_AS_NEW', undefined],
    ['FAILED', 'failed'],
    ['TERMINATED', 'terminated'],
    ['TIMED_OUT', 'timed-out'],
    ['CANCELLED', 'cancelled'],
  ])('%s: %s', (status, ended) => {
    const found = troubleOf(process({ status, closeTime: ago(30) }), now);
    expect(found?.ended).toBe(ended);
  });
});
