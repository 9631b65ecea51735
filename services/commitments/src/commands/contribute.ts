import { Contribute } from '@madang/contracts';
import { answers } from '@madang/decider';
import { consultation } from '../domain/consultation/evolve.ts';
import { contribute as decide } from '../domain/contribution/contribute.ts';
import { contribution } from '../domain/contribution/evolve.ts';

export const contribute = answers(Contribute, {
  on: (body) => contribution.ref(body.contributionId),
  reads: (body) => [consultation.ref(body.consultationId)],
  sealsUnder: (body) => body.contributorId,
  decide,
});
