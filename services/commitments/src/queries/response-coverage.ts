import { ResponseCoverage } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { CoverageRows } from '../commands/ports/coverage-rows.ts';
import { unansweredOf } from '../domain/consultation/coverage.ts';
import type { ConsultationStateRows } from './consultation-state-rows.ts';

export const responseCoverage = responds(
  ResponseCoverage,
  async (rows: CoverageRows & ConsultationStateRows, { consultationId }) => {
    const state = await rows.consultationStateOf(consultationId);
    if (!state) return undefined;
    const coverage = await rows.coverageOf(consultationId);
    const { accepted, answered, waived, drafted } = coverage;
    return { consultationId, state, accepted, answered, waived, drafted, unanswered: unansweredOf(coverage) };
  },
);
