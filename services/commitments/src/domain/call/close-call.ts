import { CallClosed, type CloseCall } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { closesTooEarly } from '../closes-too-early.ts';
import { inForum } from '../in-forum.ts';
import { call } from './evolve.ts';
import type { Call } from './state.ts';

export const closeCall = ({ body, actor, now }: Asks<typeof CloseCall>, given: Given<Call>): Decision => {
  const self = inForum(given.self, body.forumId);
  if (!self) return unknown('call', body.callId);
  if (self.status === 'closed') return alreadySo();
  return (
    closesTooEarly(actor, now, self.closesAt) ??
    accepted(
      happened(call.ref(body.callId), CallClosed, {
        forumId: self.forumId,
        callId: self.callId,
        cycleId: self.cycleId,
      }),
    )
  );
};
