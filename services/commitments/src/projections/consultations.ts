import {
  ClusterNamed,
  ConsultationClosed,
  ConsultationOpened,
  ConsultationSealed,
  type DataOf,
} from '@madang/contracts';
import { projection } from '@madang/decider';

export type ConsultationRows = {
  readonly putConsultations: (consultations: readonly DataOf<typeof ConsultationOpened>[]) => Promise<void>;
  readonly setConsultationStates: (
    consultationIds: readonly string[],
    state: 'closed' | 'sealed',
  ) => Promise<void>;
  readonly addClusters: (clusters: readonly DataOf<typeof ClusterNamed>[]) => Promise<void>;
};

export const consultationProjections = [
  projection(ConsultationOpened, (rows: ConsultationRows, facts) =>
    rows.putConsultations(facts.map((fact) => fact.data)),
  ),
  projection(ConsultationClosed, (rows: ConsultationRows, facts) =>
    rows.setConsultationStates(
      facts.map((fact) => fact.data.consultationId),
      'closed',
    ),
  ),
  projection(ConsultationSealed, (rows: ConsultationRows, facts) =>
    rows.setConsultationStates(
      facts.map((fact) => fact.data.consultationId),
      'sealed',
    ),
  ),
  projection(ClusterNamed, (rows: ConsultationRows, facts) =>
    rows.addClusters(facts.map((fact) => fact.data)),
  ),
];
