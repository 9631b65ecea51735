import { EraseContributor } from '@madang/contracts';
import { answers } from '@madang/decider';
import { eraseContributor as decide } from '../domain/contributor/erase-contributor.ts';
import { contributor } from '../domain/contributor/evolve.ts';
import type { ContributorRows } from './ports/contributor-rows.ts';

export const eraseContributor = answers(EraseContributor, {
  on: (body) => contributor.ref(body.contributorId),
  looks: async (rows: ContributorRows, { body }) => ({
    importedTextIds: await rows.importedTextsOf(body.contributorId),
    cameTo: await rows.forumsOfContributor(body.contributorId),
  }),
  decide,
});
