import { EraseContributor, PersonErased } from '@madang/contracts';
import { ask, reaction } from '@madang/decider';

/** Who is erased as a person is erased as a contributor. */
export const eraseWithThePerson = reaction(PersonErased, async ({ data: { forumId, personId } }) => [
  ask(EraseContributor, 'erase-contributor', forumId, { forumId, contributorId: personId }),
]);
