import { CloseCall } from '@madang/contracts';
import { answers } from '@madang/decider';
import { closeCall as decide } from '../domain/call/close-call.ts';
import { call } from '../domain/call/evolve.ts';

export const closeCall = answers(CloseCall, {
  on: (body) => call.ref(body.callId),
  decide,
});
