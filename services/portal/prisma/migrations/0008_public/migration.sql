-- Every version of a timetable (so that a moved deadline shows what it was), and why a commitment was withdrawn.
CREATE TABLE "timetable_version" (
    "cycle_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "stages" JSONB NOT NULL,

    CONSTRAINT "timetable_version_pkey" PRIMARY KEY ("cycle_id", "version")
);
CREATE TABLE "withdrawal_row" (
    "commitment_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "on" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "reason_text_id" UUID NOT NULL,

    CONSTRAINT "withdrawal_row_pkey" PRIMARY KEY ("commitment_id")
);
CREATE INDEX "withdrawal_row_cycle_id_idx" ON "withdrawal_row"("cycle_id");
-- Comments on one clause of a commitment are read through an index.
CREATE INDEX "contribution_row_commitment_id_clause_sequence_idx" ON "contribution_row"("commitment_id", "clause", "sequence");

-- An answer is found by its words and shown with a contribution it covers.
CREATE INDEX "contribution_row_response_id_idx" ON "contribution_row"("response_id");

-- What was heard before has none of this: the read model is emptied, and the portal hears everything again.
TRUNCATE TABLE "position", "waiting", "forum_clock", "text_row", "text_words", "proposal_row", "proposal_link", "commitment_version", "version_cause", "contribution_row", "cluster_row", "response_row", "report_row", "meeting_row", "seat_held", "rules_row", "ballot_row", "deadline_move", "timetable_version", "public_moment", "name_words", "words_to_clean", "working_group_row", "decision_row", "call_row", "window_row", "evidence_row", "risk_row", "moderation_row", "withdrawal_row", "forum_row", "seat_row", "cycle_row", "institution_name", "obligation_row", "consultation_row", "commitment_row", "milestone_row";
