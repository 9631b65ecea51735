export type Call = {
  readonly forumId: string;
  readonly callId: string;
  readonly cycleId: string;
  readonly closesAt: string;
  readonly zone: string;
  readonly status: 'open' | 'closed';
};
