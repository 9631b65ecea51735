import { type DataOf, LinkOpened, NoticeDelivered, NoticeRaised, NoticeRead } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

export type Notice = {
  readonly personId: string;
  readonly read: boolean;
  readonly byMail: boolean;
  /** A mail server took it, or none ever will, or there was nothing to tell any more. */
  readonly settled: boolean;
  readonly attempts: number;
  readonly opened?: boolean;
  readonly bounced?: boolean;
};

const evolve = (state: Notice | undefined, event: DomainEvent): Notice => {
  if (event.type === NoticeRaised.type) {
    const { personId, byMail } = event.data as DataOf<typeof NoticeRaised>;
    return { personId, byMail, read: false, settled: false, attempts: 0 };
  }
  if (!state) throw new Error(`${event.type} before the notice was raised`);
  if (event.type === NoticeRead.type) return { ...state, read: true };
  if (event.type === LinkOpened.type) return { ...state, opened: true };
  if (event.type === NoticeDelivered.type) {
    const { outcome, attempt } = event.data as DataOf<typeof NoticeDelivered>;
    const bounced = outcome === 'bounced' ? { bounced: true } : {};
    return { ...state, ...bounced, settled: state.settled || outcome !== 'refused', attempts: attempt };
  }
  return state;
};

export const notice = aggregate<Notice>('notice', evolve, { ofManyForums: true });
