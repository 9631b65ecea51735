-- Proposals are moderated as contributions are, in one public log.
ALTER TABLE "proposal_row" ADD COLUMN "appeal" TEXT, ADD COLUMN "appeal_text_id" UUID;
CREATE INDEX "proposal_row_open_appeal" ON "proposal_row"("cycle_id", "sequence") WHERE "appeal" = 'open';
ALTER TABLE "moderation_row" ALTER COLUMN "consultation_id" DROP NOT NULL, ALTER COLUMN "contribution_id" DROP NOT NULL,
    ADD COLUMN "cycle_id" UUID, ADD COLUMN "proposal_id" UUID;
CREATE INDEX "moderation_row_cycle_id_sequence_idx" ON "moderation_row"("cycle_id", "sequence");
CREATE INDEX "proposal_row_body_text_id_idx" ON "proposal_row"("body_text_id");

