-- Institutions with their forum, their posts and who stands in their place. For the desk, who is in a working group.
-- Whom outreach was for, and which national commitment a local one serves. Nobody is named: people are pseudonymous ids.
CREATE TABLE "institution_row" (
    "id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_day" TEXT NOT NULL,
    "succeeded_on" TEXT,
    "succeeded_how" TEXT,
    "obligations_to" UUID,

    CONSTRAINT "institution_row_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "institution_row_forum_id_code_idx" ON "institution_row"("forum_id", "code");
CREATE TABLE "post_row" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "title" JSONB NOT NULL,
    "level" INTEGER NOT NULL,
    "held_from" TEXT NOT NULL,

    CONSTRAINT "post_row_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "post_row_institution_id_level_idx" ON "post_row"("institution_id", "level");
CREATE TABLE "group_member" (
    "group_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "seat_id" UUID,
    "sector" TEXT NOT NULL,

    CONSTRAINT "group_member_pkey" PRIMARY KEY ("group_id", "person_id")
);
ALTER TABLE "working_group_row" ADD COLUMN "dissolved_on" TEXT;
ALTER TABLE "commitment_row" ADD COLUMN "national_commitment_id" UUID;

-- What was heard before has none of this: the read model is emptied, and the portal hears everything again.
TRUNCATE TABLE "position", "waiting", "forum_clock", "text_row", "text_words", "proposal_row", "proposal_link", "commitment_version", "version_cause", "contribution_row", "cluster_row", "response_row", "report_row", "meeting_row", "seat_held", "rules_row", "ballot_row", "deadline_move", "timetable_version", "public_moment", "name_words", "words_to_clean", "working_group_row", "decision_row", "call_row", "window_row", "evidence_row", "risk_row", "moderation_row", "withdrawal_row", "forum_row", "seat_row", "cycle_row", "institution_name", "obligation_row", "duty_turn", "consultation_row", "commitment_row", "milestone_row";
