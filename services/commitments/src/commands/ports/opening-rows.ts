import type { OpeningLook } from '../../domain/consultation/open-consultation.ts';

export type OpeningRows = {
  readonly openingLook: (cycleId: string, consultationId: string) => Promise<OpeningLook>;
};
