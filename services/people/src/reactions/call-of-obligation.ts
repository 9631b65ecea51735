import {
  type Event,
  type EventEnvelope,
  ObligationDelegated,
  ObligationDischarged,
  ObligationEscalated,
  ObligationExtended,
  ObligationFellDue,
  ObligationImposed,
  ObligationOverdue,
  ObligationPassed,
  ObligationReminded,
  ObligationReturned,
  ObligationWithdrawn,
  PURPOSE_NAMESPACE,
  RaiseWebhookCall,
} from '@madang/contracts';
import { ask, reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';

export type CallRows = {
  /** Addresses that are called for institutions. */
  readonly webhookIdsOf: (institutionIds: readonly string[]) => Promise<readonly string[]>;
};
type Told = {
  readonly forumId: string;
  readonly obligationId: string;
  readonly institutionId: string;
  readonly obligationKind: string;
  readonly toInstitutionId?: string;
  readonly dueOn?: string;
};

/** One call for each address and fact: its id is named by both, so it is raised once however often the fact is heard. */
const call = (event: Event) => {
  const about = event.type.split('.').slice(1, 3).join('.');
  const react = async ({ id, data }: EventEnvelope<Told>, rows: CallRows) => {
    const { forumId, obligationId, institutionId, obligationKind, toInstitutionId, dueOn } = data;
    const whom = [institutionId, ...(toInstitutionId ? [toInstitutionId] : [])];
    return (await rows.webhookIdsOf(whom)).map((webhookId) =>
      ask(RaiseWebhookCall, `call/${webhookId}`, forumId, {
        ...{ forumId, callId: uuidv5(`call/${id}/${webhookId}`, PURPOSE_NAMESPACE), webhookId, about },
        ...{ obligationId, institutionId, obligationKind, ...(dueOn ? { dueOn } : {}) },
      }),
    );
  };
  return reaction(event, react as never);
};

/** The turns of an obligation that an institution's own systems are told of. */
export const callOfObligation = [
  ObligationImposed,
  ObligationReminded,
  ObligationFellDue,
  ObligationOverdue,
  ObligationEscalated,
  ObligationExtended,
  ObligationDelegated,
  ObligationPassed,
  ObligationReturned,
  ObligationDischarged,
  ObligationWithdrawn,
].map(call);
