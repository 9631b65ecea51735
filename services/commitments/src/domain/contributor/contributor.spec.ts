import { ContributorErased } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { eraseContributor } from '../../commands/erase-contributor.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import { citizenId, evidenceId, forumId } from '../../spec/names.ts';
import { contributor } from './evolve.ts';

const erase = { contributorId: citizenId };

describe('a contributor', () => {
  it("is erased by naming the key of their texts, whose id is the person's", () =>
    expect(dataOf(asking(eraseContributor, erase, { look: [] }))).toEqual([
      { forumId, contributorId: citizenId, keyIds: [citizenId] },
    ]));
  it('is erased with the keys of the texts that came for them with an import', () => {
    expect(dataOf(asking(eraseContributor, erase, { look: [evidenceId] }))).toEqual([
      { forumId, contributorId: citizenId, keyIds: [citizenId, evidenceId] },
    ]);
  });
  it('is already erased', () => {
    const facts = [
      happened(contributor.ref(citizenId), ContributorErased, {
        forumId,
        contributorId: citizenId,
        keyIds: [citizenId],
      }),
    ];
    expect(told(asking(eraseContributor, erase, { facts, look: [] }))).toEqual(NOTHING);
  });
});
