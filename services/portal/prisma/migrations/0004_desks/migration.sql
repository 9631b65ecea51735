-- What the secretariat's desk shows: clusters, drafted answers and what ministries wrote.
CREATE TABLE "cluster_row" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "theme" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,

    CONSTRAINT "cluster_row_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cluster_row_consultation_id_sequence_idx" ON "cluster_row"("consultation_id", "sequence");

ALTER TABLE "contribution_row" ADD COLUMN "cluster_id" UUID, ADD COLUMN "draft_id" UUID;
CREATE INDEX "contribution_row_cluster_id_sequence_idx" ON "contribution_row"("cluster_id", "sequence");
-- A page of what nobody has drafted an answer to is read without passing by what has one.
CREATE INDEX "contribution_row_undrafted" ON "contribution_row"("consultation_id", "sequence") WHERE "state" = 'accepted' AND "draft_id" IS NULL AND "cluster_id" IS NULL;

ALTER TABLE "response_row" ADD COLUMN "cluster_id" UUID, ADD COLUMN "sequence" BIGINT NOT NULL DEFAULT 0, ADD COLUMN "covers" INTEGER NOT NULL DEFAULT 0;
CREATE INDEX "contribution_row_draft_id_idx" ON "contribution_row"("draft_id") WHERE "draft_id" IS NOT NULL;
CREATE INDEX "response_row_cluster_id_idx" ON "response_row"("cluster_id");
CREATE INDEX "response_row_drafted" ON "response_row"("consultation_id", "sequence") WHERE "released_on" IS NULL;

ALTER TABLE "obligation_row" ADD COLUMN "note_text_id" UUID, ADD COLUMN "verdict" TEXT, ADD COLUMN "cluster_id" UUID;

-- What was heard before has none of this: the read model is emptied, and the portal hears everything again.
TRUNCATE TABLE "position", "waiting", "forum_clock", "text_row", "text_words", "proposal_row", "proposal_link", "commitment_version", "version_cause", "contribution_row", "cluster_row", "response_row", "report_row", "meeting_row", "seat_held", "rules_row", "ballot_row", "deadline_move", "public_moment", "name_words", "words_to_clean", "working_group_row", "decision_row", "call_row", "window_row", "evidence_row", "risk_row", "forum_row", "seat_row", "cycle_row", "institution_name", "obligation_row", "consultation_row", "commitment_row", "milestone_row";
