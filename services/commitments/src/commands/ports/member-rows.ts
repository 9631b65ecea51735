import type { Member } from '../../domain/contribution/member.ts';

export type MemberRows = {
  /** Those of the contributions that exist, and the members of the cluster. */
  readonly membersAmong: (
    contributionIds: readonly string[],
    clusterId: string | undefined,
  ) => Promise<readonly Member[]>;
};
