import type { Coverage } from '../../domain/consultation/coverage.ts';

export type CoverageRows = { readonly coverageOf: (consultationId: string) => Promise<Coverage> };
