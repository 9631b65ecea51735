import { OpenCall } from '@madang/contracts';
import { answers } from '@madang/decider';
import { call } from '../domain/call/evolve.ts';
import { openCall as decide } from '../domain/call/open-call.ts';
import type { PlanRows } from './ports/plan-rows.ts';

export const openCall = answers(OpenCall, {
  on: (body) => call.ref(body.callId),
  looks: (rows: PlanRows, { body }) => rows.planOf(body.cycleId),
  decide,
});
