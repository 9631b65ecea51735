export type ProposalTextRows = {
  /** The texts of a proposal: its title, and what else it says. */
  readonly textsOfProposal: (proposalId: string) => Promise<readonly string[]>;
};
