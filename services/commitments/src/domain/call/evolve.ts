import { CallClosed, CallOpened } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Call } from './state.ts';

const evolve = (state: Call | undefined, event: DomainEvent): Call => {
  if (is(event, CallOpened)) return { ...event.data, zone: event.data.zone ?? 'UTC', status: 'open' };
  if (is(event, CallClosed)) return { ...begun(state), status: 'closed' };
  return begun(state);
};

export const call = aggregate('call', evolve);
