-- What the secretariat's desk decides upon: requests for more time, moved windows, what seats did, whom outreach reached.
ALTER TABLE "obligation_row" ADD COLUMN "extension_id" UUID, ADD COLUMN "extension_until" TEXT, ADD COLUMN "extension_text_id" UUID;
ALTER TABLE "public_moment" ADD COLUMN "audience" TEXT;
ALTER TABLE "window_row" ADD COLUMN "authority" TEXT, ADD COLUMN "notice_on" TEXT, ADD COLUMN "reason_text_id" UUID;
CREATE TABLE "ballot_seat" (
    "ballot_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "did" TEXT,

    CONSTRAINT "ballot_seat_pkey" PRIMARY KEY ("ballot_id", "seat_id")
);

-- What was heard before has none of this: the read model is emptied, and the portal hears everything again.
TRUNCATE TABLE "position", "waiting", "forum_clock", "text_row", "text_words", "proposal_row", "proposal_link", "commitment_version", "version_cause", "contribution_row", "cluster_row", "response_row", "report_row", "meeting_row", "seat_held", "rules_row", "ballot_row", "deadline_move", "public_moment", "name_words", "words_to_clean", "working_group_row", "decision_row", "call_row", "window_row", "evidence_row", "risk_row", "moderation_row", "forum_row", "seat_row", "cycle_row", "institution_name", "obligation_row", "consultation_row", "commitment_row", "milestone_row";
