/** What vitest's JSON report says of one run, as far as it is counted. */
export type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
};

export type Count = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const nothing: Count = { passed: 0, failed: 0, skipped: 0 };

export const plus = (a: Count, b: Count): Count => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * Counts one run. A file that breaks before its first test is one failure; so is a run that ended badly
 * although no test failed (an unhandled rejection, a set-up that threw), or left no report.
 */
export const countOf = (report: Report | undefined, exitCode: number | null): Count => {
  if (!report) return { ...nothing, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + broken;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** The names of the tests that were left out: nothing is skipped in silence. */
export const skippedIn = (report: Report | undefined): readonly string[] =>
  (report?.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => ['pending', 'skipped', 'todo'].includes(status))
      .map(({ fullName }) => fullName),
  );

/** The last line of `pnpm test`. */
export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** A run in which nothing ran proves nothing. */
export const isWell = ({ passed, failed }: Count): boolean => passed > 0 && failed === 0;
