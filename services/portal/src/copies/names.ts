import {
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentRevised,
  CycleOpened,
  ForumFounded,
  InstitutionRegistered,
  InstitutionRenamed,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicWriter } from './public-writer.ts';

type Written = {
  readonly data: {
    readonly commitmentId: string;
    readonly forumId: string;
    readonly draft: { readonly title: { readonly ko: string; readonly en: string } };
  };
};
const titles = (rows: PublicWriter, facts: readonly Written[]): Promise<void> =>
  rows.addNames(
    facts.map(({ data: { commitmentId: id, forumId, draft } }) => ({
      kind: 'commitment',
      id,
      forumId,
      name: draft.title,
    })),
  );
type Named = {
  readonly data: {
    readonly institutionId: string;
    readonly name: { readonly ko: string; readonly en: string };
  };
};
const institutions = (rows: PublicWriter, facts: readonly Named[]): Promise<void> =>
  rows.addNames(
    facts.map(({ data: { institutionId: id, name } }) => ({ kind: 'institution', id, forumId: null, name })),
  );

/** Official names as they are found by searching, by source. */
export const nameCopies = {
  forums: [
    copy(ForumFounded, (rows: PublicWriter, facts) =>
      rows.addNames(
        facts.map(({ data: { forumId, name } }) => ({ kind: 'forum', id: forumId, forumId, name })),
      ),
    ),
    copy(CycleOpened, (rows: PublicWriter, facts) =>
      rows.addNames(
        facts.map(({ data: { cycleId: id, forumId, name } }) => ({ kind: 'cycle', id, forumId, name })),
      ),
    ),
  ],
  commitments: [
    copy(CommitmentDrafted, titles),
    copy(CommitmentRevised, titles),
    copy(CommitmentAmended, titles),
  ],
  ministries: [copy(InstitutionRegistered, institutions), copy(InstitutionRenamed, institutions)],
};
