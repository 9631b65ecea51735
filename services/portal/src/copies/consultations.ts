import {
  ConsultationClosed,
  ConsultationOpened,
  ConsultationSealed,
  ContributionAccepted,
  ContributionAnswered,
  ContributionRestored,
  ContributionSetAside,
  type DataOf,
  type Event,
  ResponseWaived,
} from '@madang/contracts';
import { copy } from '@madang/decider';

export type Counter = 'accepted' | 'answered' | 'waived';
export type ConsultationWriter = {
  /** Opened again means another closing time; the counts stay. */
  readonly putConsultation: (row: {
    readonly id: string;
    readonly cycleId: string;
    readonly closesAt: string;
  }) => Promise<void>;
  readonly setConsultation: (id: string, state: 'closed' | 'sealed') => Promise<void>;
  readonly count: (id: string, counter: Counter, by: number) => Promise<void>;
};

/** Contributions are counted where they are told of; each is answered or waived at most once, and only while accepted. */
const counting = <E extends Event>(event: E, counter: Counter, by: 1 | -1) =>
  copy(event, async (rows: ConsultationWriter, facts) => {
    const idOf = ({ data }: { readonly data: DataOf<E> }): string =>
      (data as { readonly consultationId: string }).consultationId;
    for (const [id, all] of Map.groupBy(facts, idOf)) await rows.count(id, counter, by * all.length);
  });

export const consultationCopies = [
  copy(ConsultationOpened, async (rows: ConsultationWriter, facts) => {
    for (const { data } of facts)
      await rows.putConsultation({
        id: data.consultationId,
        cycleId: data.cycleId,
        closesAt: data.closesAt,
      });
  }),
  copy(ConsultationClosed, async (rows: ConsultationWriter, facts) => {
    for (const { data } of facts) await rows.setConsultation(data.consultationId, 'closed');
  }),
  copy(ConsultationSealed, async (rows: ConsultationWriter, facts) => {
    for (const { data } of facts) await rows.setConsultation(data.consultationId, 'sealed');
  }),
  counting(ContributionAccepted, 'accepted', 1),
  counting(ContributionSetAside, 'accepted', -1),
  counting(ContributionRestored, 'accepted', 1),
  counting(ContributionAnswered, 'answered', 1),
  counting(ResponseWaived, 'waived', 1),
];
