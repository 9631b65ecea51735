import { ContributorErased } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { eraseContributor } from '../../commands/erase-contributor.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import { citizenId, evidenceId, forumId, otherForumId, secretariat } from '../../spec/names.ts';
import { contributor } from './evolve.ts';

const erase = { contributorId: citizenId };
const looked = { importedTextIds: [], cameTo: [forumId] };

describe('a contributor', () => {
  it("is erased by naming the key of their texts, whose id is the person's", () =>
    expect(dataOf(asking(eraseContributor, erase, { look: looked }))).toEqual([
      { forumId, contributorId: citizenId, keyIds: [citizenId] },
    ]));
  it('is erased with the keys of the texts that came for them with an import', () => {
    expect(
      dataOf(asking(eraseContributor, erase, { look: { ...looked, importedTextIds: [evidenceId] } })),
    ).toEqual([{ forumId, contributorId: citizenId, keyIds: [citizenId, evidenceId] }]);
  });
  it('is unknown to the office of a forum to which nothing came from them, and not to that of the whole house', () => {
    const look = { ...looked, cameTo: [otherForumId] };
    const actor = { ...secretariat, forumIds: [forumId] };
    expect(asking(eraseContributor, erase, { look, actor })).toMatchObject({ kind: 'unknown' });
    expect(asking(eraseContributor, erase, { look: looked, actor }).kind).toBe('accepted');
    expect(asking(eraseContributor, erase, { look, actor: secretariat }).kind).toBe('accepted');
  });
  it('is already erased', () => {
    const facts = [
      happened(contributor.ref(citizenId), ContributorErased, {
        forumId,
        contributorId: citizenId,
        keyIds: [citizenId],
      }),
    ];
    expect(told(asking(eraseContributor, erase, { facts, look: looked }))).toEqual(NOTHING);
  });
});
