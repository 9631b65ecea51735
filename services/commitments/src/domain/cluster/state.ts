export type Cluster = {
  readonly forumId: string;
  readonly clusterId: string;
  readonly consultationId: string;
  readonly contributionIds: readonly string[];
};
