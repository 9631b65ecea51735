import { type CloseConsultation, ConsultationClosed } from '@madang/contracts';
import {
  accepted,
  alreadySo,
  type Decision,
  type Given,
  type Happened,
  happened,
  unknown,
} from '@madang/decider';
import type { Asks } from '../asks.ts';
import { closesTooEarly } from '../closes-too-early.ts';
import { inForum } from '../in-forum.ts';
import type { Coverage } from './coverage.ts';
import { consultation } from './evolve.ts';
import type { Consultation } from './state.ts';

/** The fact that intake is closed, with what was taken in. */
export const intakeClosed = (
  { forumId, consultationId, cycleId }: Consultation,
  { accepted, setAside }: Coverage,
): Happened =>
  happened(consultation.ref(consultationId), ConsultationClosed, {
    forumId,
    consultationId,
    cycleId,
    accepted,
    setAside,
  });

export const closeConsultation = (
  { body, actor, now }: Asks<typeof CloseConsultation>,
  given: Given<Consultation, Coverage>,
): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('consultation', body.consultationId);
  if (self.status !== 'open') return alreadySo();
  return closesTooEarly(actor, now, self.closesAt) ?? accepted(intakeClosed(self, given.look));
};
