import { describe, expect, test } from 'vitest';
import { closingLine, countOf, isWell, nothing, plus, type Report, skippedIn } from './count.ts';

const file = (status: string, ...tests: readonly string[]): Report['testResults'][number] => ({
  name: 'seat.spec.ts',
  status,
  assertionResults: tests.map((one, index) => ({ status: one, fullName: `seat ${index}` })),
});
const report = (...testResults: Report['testResults']): Report => {
  const statuses = testResults.flatMap((one) => one.assertionResults.map(({ status }) => status));
  const count = (status: string): number => statuses.filter((one) => one === status).length;
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testResults,
  };
};

describe('a test run', () => {
  test('counts what passed, failed and was left out', () => {
    const count = countOf(report(file('failed', 'passed', 'failed', 'pending', 'todo')), 1);
    expect(count).toEqual({ passed: 1, failed: 1, skipped: 2 });
  });

  test('counts a file that breaks before its first test as a failure', () => {
    expect(countOf(report(file('passed', 'passed'), file('failed')), 1).failed).toBe(1);
  });

  test('that ended badly although no test failed is a failure', () => {
    expect(countOf(report(file('passed', 'passed')), 1).failed).toBe(1);
  });

  test('that left no report is a failure', () => {
    expect(countOf(undefined, 0).failed).toBe(1);
  });

  test('in which nothing ran is not well', () => {
    expect(isWell(countOf(report(), 0))).toBe(false);
    expect(isWell(plus(nothing, { passed: 1, failed: 0, skipped: 0 }))).toBe(true);
  });

  test('names what was left out', () => {
    expect(skippedIn(report(file('passed', 'passed', 'pending')))).toEqual(['seat 1']);
  });
});

describe('the closing line', () => {
  test('is plain', () => {
    expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(closingLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
