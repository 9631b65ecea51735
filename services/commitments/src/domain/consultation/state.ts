export type Consultation = {
  readonly forumId: string;
  readonly consultationId: string;
  readonly cycleId: string;
  readonly commitmentIds: readonly string[];
  readonly closesAt: string;
  readonly zone: string;
  readonly status: 'open' | 'closed' | 'sealed';
};
