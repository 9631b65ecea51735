import { ClockStepped, type DataOf } from '@madang/contracts';
import { aggregate } from '@madang/decider';

/** The stepped clock of a rehearsal forum, an aggregate of its own so that stepping never contends with the table. */
export const clock = aggregate<{ readonly to: string }>('clock', (state, event) =>
  event.type === ClockStepped.type
    ? { to: (event.data as DataOf<typeof ClockStepped>).to }
    : (state ?? { to: '' }),
);
