import { EraseContributor } from '@madang/contracts';
import { answers } from '@madang/decider';
import { eraseContributor as decide } from '../domain/contributor/erase-contributor.ts';
import { contributor } from '../domain/contributor/evolve.ts';

export const eraseContributor = answers(EraseContributor, {
  on: (body) => contributor.ref(body.contributorId),
  decide,
});
