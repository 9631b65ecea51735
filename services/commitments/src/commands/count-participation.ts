import { CountParticipation } from '@madang/contracts';
import { answers } from '@madang/decider';
import { countParticipation as decide } from '../domain/participation/count-participation.ts';
import { participation } from '../domain/participation/evolve.ts';

export const countParticipation = answers(CountParticipation, {
  on: (body) => participation.ref(body.cycleId),
  decide,
});
