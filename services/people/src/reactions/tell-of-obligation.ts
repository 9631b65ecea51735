import {
  type DataOf,
  type Event,
  type EventEnvelope,
  ObligationEscalated,
  ObligationFellDue,
  ObligationOverdue,
  ObligationReminded,
  PURPOSE_NAMESPACE,
  RaiseNotice,
} from '@madang/contracts';
import { ask, reaction } from '@madang/decider';
import { v5 as uuidv5 } from 'uuid';

type About = 'reminded' | 'fell-due' | 'overdue' | 'escalated';
type Told = DataOf<typeof ObligationFellDue>;

/** One notice for each person and fact: its id is named by both, so it is raised once however often the fact is heard. */
const tell = (about: About) => async (fact: EventEnvelope<Told>) =>
  fact.data.toPersonIds.map((personId) => {
    const { forumId, obligationId, dueOn } = fact.data;
    const noticeId = uuidv5(`notice/${fact.id}/${personId}`, PURPOSE_NAMESPACE);
    return ask(RaiseNotice, `tell/${personId}`, forumId, {
      forumId,
      noticeId,
      personId,
      about,
      obligationId,
      dueOn,
    });
  });

const telling = <E extends Event>(event: E, about: About) => reaction(event, tell(about) as never);

/** Who holds a post that an obligation speaks to is told of its turns. */
export const tellOfObligation = [
  telling(ObligationReminded, 'reminded'),
  telling(ObligationFellDue, 'fell-due'),
  telling(ObligationOverdue, 'overdue'),
  telling(ObligationEscalated, 'escalated'),
];
