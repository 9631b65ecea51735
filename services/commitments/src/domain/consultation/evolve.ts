import { ConsultationClosed, ConsultationOpened, ConsultationSealed } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Consultation } from './state.ts';

const evolve = (state: Consultation | undefined, event: DomainEvent): Consultation => {
  if (is(event, ConsultationOpened)) return { ...event.data, zone: event.data.zone ?? 'UTC', status: 'open' };
  if (is(event, ConsultationClosed)) return { ...begun(state), status: 'closed' };
  if (is(event, ConsultationSealed)) return { ...begun(state), status: 'sealed' };
  return begun(state);
};

export const consultation = aggregate('consultation', evolve);
