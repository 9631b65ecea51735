import type { Consultation } from '../domain/consultation/state.ts';

export type ConsultationStateRows = {
  readonly consultationStateOf: (consultationId: string) => Promise<Consultation['status'] | undefined>;
};
