import {
  type DataOf,
  MeetingCancelled,
  MeetingHeld,
  MeetingMinuted,
  MeetingScheduled,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Scheduled = DataOf<typeof MeetingScheduled>;
export type Meeting = Scheduled &
  (
    | { readonly state: 'scheduled' }
    | { readonly state: 'cancelled' }
    | { readonly state: 'held'; readonly heldOn: string; readonly minuted: boolean }
  );

const evolve = (state: Meeting | undefined, event: DomainEvent): Meeting => {
  if (event.type === MeetingScheduled.type) return { ...(event.data as Scheduled), state: 'scheduled' };
  if (!state) throw new Error(`${event.type} before the meeting was scheduled`);
  if (event.type === MeetingCancelled.type) return { ...state, state: 'cancelled' };
  if (event.type === MeetingHeld.type)
    return {
      ...state,
      state: 'held',
      heldOn: (event.data as DataOf<typeof MeetingHeld>).heldOn,
      minuted: false,
    };
  if (event.type === MeetingMinuted.type && state.state === 'held') return { ...state, minuted: true };
  return state;
};

export const meeting = aggregate<Meeting>('meeting', evolve);
