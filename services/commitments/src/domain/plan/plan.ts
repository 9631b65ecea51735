import type { RulePackId } from '@madang/contracts';

/** What commitments keep of a cycle that forums told of: the plan's period, rules and approval. */
export type Plan = {
  readonly cycleId: string;
  readonly forumId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rulePack: RulePackId;
  readonly zone: string;
  readonly approvedOn: string | null;
  readonly closedOn: string | null;
};
