import { CallOpened, type OpenCall } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { inForum } from '../in-forum.ts';
import type { Plan } from '../plan/plan.ts';
import { planClosed } from '../plan/plan-closed.ts';
import { call } from './evolve.ts';
import type { Call } from './state.ts';

/** Opens a call; asked again for an open call with another closing instant, the deadline moves. */
export const openCall = (
  { body }: Asks<typeof OpenCall>,
  { self, look }: Given<Call, Plan | undefined>,
): Decision => {
  const plan = inForum(look, body.forumId);
  if (!plan) return unknown('cycle', body.cycleId);
  if (self) {
    if (self.cycleId !== body.cycleId)
      return refused('call-of-another-cycle', 'Choose another id for this call.', { callId: body.callId });
    if (self.status === 'closed')
      return refused('call-already-closed', 'Open a new call under another id.', { callId: body.callId });
    if (self.closesAt === body.closesAt) return alreadySo();
  }
  return (
    planClosed(plan) ?? accepted(happened(call.ref(body.callId), CallOpened, { ...body, zone: plan.zone }))
  );
};
