import { ConsultationSealed, type SealConsultation } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import { intakeClosed } from './close-consultation.ts';
import { type Coverage, unansweredOf } from './coverage.ts';
import { consultation } from './evolve.ts';
import type { Consultation } from './state.ts';

/** The gate of approval: every contribution that was not set aside is answered or waived. OGP 4.1 */
export const sealConsultation = (
  { body, now }: Asks<typeof SealConsultation>,
  given: Given<Consultation, Coverage>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('consultation', body.consultationId);
  if (self.status === 'sealed') return alreadySo();
  const { forumId, consultationId, cycleId, closesAt } = self;
  if (self.status === 'open' && now < closesAt)
    return refused('consultation-still-open', 'Seal it after its closing day.', { consultationId, closesAt });
  const { accepted: taken, answered, waived, drafted } = given.look;
  const unanswered = unansweredOf(given.look);
  if (unanswered > 0)
    return refused(
      'contributions-unanswered',
      'Publish a reasoned response for each, or record a waiver with its authority.',
      { consultationId, accepted: taken, answered, waived, drafted, unanswered },
    );
  if (given.look.appeals > 0)
    return refused('appeals-undecided', 'Decide each appeal against moderation first.', {
      consultationId,
      appeals: given.look.appeals,
    });
  return accepted(
    ...(self.status === 'open' ? [intakeClosed(self, given.look)] : []),
    happened(consultation.ref(consultationId), ConsultationSealed, {
      forumId,
      consultationId,
      cycleId,
      accepted: taken,
      answered,
      waived,
    }),
  );
};
