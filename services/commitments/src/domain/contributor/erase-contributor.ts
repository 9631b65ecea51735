import { ContributorErased, type EraseContributor } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { type Contributor, contributor } from './evolve.ts';

/**
 * A person's texts are sealed under one key, whose id is the person's: naming it in the fact destroys it everywhere. Texts
 * that came with an import have keys of their own, whose ids are the texts'. An office of a forum erases only whoever came to
 * that forum (decision 28).
 */
export const eraseContributor = (
  { body, actor }: Asks<typeof EraseContributor>,
  {
    self,
    look,
  }: Given<Contributor, { readonly importedTextIds: readonly string[]; readonly cameTo: readonly string[] }>,
): Decision => {
  if (actor.forumIds && !look.cameTo.includes(body.forumId))
    return unknown('contributor', body.contributorId);
  return self
    ? alreadySo()
    : accepted(
        happened(contributor.ref(body.contributorId), ContributorErased, {
          ...body,
          keyIds: [body.contributorId, ...look.importedTextIds],
        }),
      );
};
