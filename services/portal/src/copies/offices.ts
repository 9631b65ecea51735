import { InstitutionRegistered, InstitutionSucceeded, PostCreated, PostHandedOver } from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicWriter } from './public-writer.ts';

/** Institutions of a forum with their posts, and who stands in the place of one that is gone. */
export const officeCopies = [
  copy(InstitutionRegistered, (rows: PublicWriter, facts) =>
    rows.add(
      'institutionRow',
      facts.map(({ data: { institutionId: id, forumId, code, institutionKind: kind, from: fromDay } }) => ({
        ...{ id, forumId, code, kind, fromDay },
        ...{ succeededOn: null, succeededHow: null, obligationsTo: null },
      })),
    ),
  ),
  copy(InstitutionSucceeded, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'institutionRow',
        { id: data.institutionId },
        { succeededOn: data.on, succeededHow: data.how, obligationsTo: data.obligationsTo },
      );
  }),
  copy(PostCreated, (rows: PublicWriter, facts) =>
    rows.add(
      'postRow',
      facts.map(({ data: { postId: id, institutionId, title, level, from: heldFrom } }) => ({
        ...{ id, institutionId, title, level, heldFrom },
      })),
    ),
  ),
  copy(PostHandedOver, async (rows: PublicWriter, facts) => {
    for (const { data } of facts) await rows.change('postRow', { id: data.postId }, { heldFrom: data.from });
  }),
];
