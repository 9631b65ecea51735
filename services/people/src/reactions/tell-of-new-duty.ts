import {
  type Event,
  type EventEnvelope,
  ExtensionRefused,
  ObligationDelegated,
  ObligationExtended,
  ObligationImposed,
  ObligationPassed,
  ObligationReturned,
  PURPOSE_NAMESPACE,
  RaiseNotice,
} from '@madang/contracts';
import { ask, reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';

export type HolderRows = {
  /** Who holds the posts of an institution that are nearest to its point of contact, on a day. */
  readonly contactsOf: (institutionId: string, day: string) => Promise<readonly string[]>;
};
type About = 'imposed' | 'returned' | 'extended' | 'extension-refused' | 'delegated' | 'passed';
type Told = {
  readonly forumId: string;
  readonly obligationId: string;
  readonly institutionId: string;
  readonly toInstitutionId?: string;
  readonly dueOn?: string;
};

/** The fact names institutions alone: who acts for the one that is to do something now is known from its posts. */
const telling = (event: Event, about: About) => {
  const react = async ({ id, time, data }: EventEnvelope<Told>, rows: HolderRows) => {
    const { forumId, obligationId, dueOn } = data;
    const whom = await rows.contactsOf(data.toInstitutionId ?? data.institutionId, time.slice(0, 10));
    return whom.map((personId) =>
      ask(RaiseNotice, `tell/${personId}`, forumId, {
        ...{ forumId, noticeId: uuidv5(`notice/${id}/${personId}`, PURPOSE_NAMESPACE), personId, about },
        ...{ obligationId, ...(dueOn ? { dueOn } : {}) },
      }),
    );
  };
  return reaction(event, react as never);
};

/** Points of contact are told of a duty when it comes to them, comes back or gets another day, not only before it is due. */
export const tellOfNewDuty = [
  telling(ObligationImposed, 'imposed'),
  telling(ObligationReturned, 'returned'),
  telling(ObligationExtended, 'extended'),
  telling(ExtensionRefused, 'extension-refused'),
  telling(ObligationDelegated, 'delegated'),
  telling(ObligationPassed, 'passed'),
];
