import { InstitutionRegistered } from '@madang/contracts';
import { projection } from '@madang/decider';

export type CodeWriter = {
  readonly addCodes: (
    rows: readonly { readonly id: string; readonly forumId: string; readonly code: string }[],
  ) => Promise<void>;
};

/** Which codes are taken in a forum. */
export const institutionProjections = [
  projection(InstitutionRegistered, (rows: CodeWriter, facts) =>
    rows.addCodes(
      facts.map(({ data }) => ({ id: data.institutionId, forumId: data.forumId, code: data.code })),
    ),
  ),
];
