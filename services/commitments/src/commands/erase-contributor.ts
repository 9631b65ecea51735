import { EraseContributor } from '@madang/contracts';
import { answers } from '@madang/decider';
import { eraseContributor as decide } from '../domain/contributor/erase-contributor.ts';
import { contributor } from '../domain/contributor/evolve.ts';
import type { ImportedTextRows } from './ports/import-rows.ts';

export const eraseContributor = answers(EraseContributor, {
  on: (body) => contributor.ref(body.contributorId),
  looks: (rows: ImportedTextRows, { body }) => rows.importedTextsOf(body.contributorId),
  decide,
});
