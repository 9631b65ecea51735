ALTER TABLE "contact" ADD COLUMN "unverified_text_id" UUID;
ALTER TABLE "notice_row" ADD COLUMN "submission_id" UUID, ADD COLUMN "commitment_id" UUID, ADD COLUMN "reason_code" TEXT;
-- "settled" is what "accepted" was called.
UPDATE "aggregate" SET "state" = ("state" - 'accepted') || jsonb_build_object('settled', "state"->'accepted')
  WHERE "type" = 'notice' AND "state" ? 'accepted';
CREATE TABLE "submission" (
  "id" UUID NOT NULL, "kind" TEXT NOT NULL, "forum_id" UUID NOT NULL, "contributor_id" UUID NOT NULL,
  CONSTRAINT "submission_pkey" PRIMARY KEY ("id"));
CREATE INDEX "submission_contributor_id_idx" ON "submission"("contributor_id");
