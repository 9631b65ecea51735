import { type CountParticipation, ParticipationCounted } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { type Participation, participation } from './evolve.ts';

/** Counts answers about oneself; to have given none is nothing to count. */
export const countParticipation = (
  { body }: Asks<typeof CountParticipation>,
  { self }: Given<Participation>,
): Decision => {
  if (self && self.forumId !== body.forumId) return unknown('cycle', body.cycleId);
  if (Object.values(body.about).every((answer) => answer === undefined)) return alreadySo();
  return accepted(happened(participation.ref(body.cycleId), ParticipationCounted, { ...body }));
};
