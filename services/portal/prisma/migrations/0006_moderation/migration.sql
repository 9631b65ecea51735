-- The public log of moderation, and appeals.
ALTER TABLE "contribution_row" ADD COLUMN "appeal" TEXT, ADD COLUMN "appeal_text_id" UUID;
CREATE INDEX "contribution_row_open_appeal" ON "contribution_row"("consultation_id", "sequence") WHERE "appeal" = 'open';
CREATE TABLE "moderation_row" (
    "sequence" BIGINT NOT NULL,
    "consultation_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "reason_code" TEXT,
    "reason_text_id" UUID,
    "on" TEXT NOT NULL,

    CONSTRAINT "moderation_row_pkey" PRIMARY KEY ("sequence")
);
CREATE INDEX "moderation_row_consultation_id_sequence_idx" ON "moderation_row"("consultation_id", "sequence");

-- What was heard before has none of this: the read model is emptied, and the portal hears everything again.
TRUNCATE TABLE "position", "waiting", "forum_clock", "text_row", "text_words", "proposal_row", "proposal_link", "commitment_version", "version_cause", "contribution_row", "cluster_row", "response_row", "report_row", "meeting_row", "seat_held", "rules_row", "ballot_row", "deadline_move", "public_moment", "name_words", "words_to_clean", "working_group_row", "decision_row", "call_row", "window_row", "evidence_row", "risk_row", "moderation_row", "forum_row", "seat_row", "cycle_row", "institution_name", "obligation_row", "consultation_row", "commitment_row", "milestone_row";
