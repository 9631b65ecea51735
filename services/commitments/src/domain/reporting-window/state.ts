export type ReportingWindow = {
  readonly forumId: string;
  readonly windowId: string;
  readonly cycleId: string;
  readonly number: number;
  readonly closesAt: string;
  readonly status: 'open' | 'closed';
};
