ALTER TABLE "contact" ADD COLUMN "unverified_text_id" UUID;
ALTER TABLE "notice_row" ADD COLUMN "submission_id" UUID, ADD COLUMN "commitment_id" UUID, ADD COLUMN "reason_code" TEXT,
  ADD COLUMN "opened" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "notice_row" ALTER COLUMN "opened" DROP DEFAULT;
CREATE INDEX "notice_row_obligation_id_idx" ON "notice_row"("obligation_id");
-- "settled" is what "accepted" was called.
UPDATE "aggregate" SET "state" = ("state" - 'accepted') || jsonb_build_object('settled', "state"->'accepted')
  WHERE "type" = 'notice' AND "state" ? 'accepted';
CREATE TABLE "submission" (
  "id" UUID NOT NULL, "kind" TEXT NOT NULL, "forum_id" UUID NOT NULL, "contributor_id" UUID NOT NULL,
  CONSTRAINT "submission_pkey" PRIMARY KEY ("id"));
CREATE INDEX "submission_contributor_id_idx" ON "submission"("contributor_id");
CREATE TABLE "settled_obligation" ("id" UUID NOT NULL, CONSTRAINT "settled_obligation_pkey" PRIMARY KEY ("id"));
CREATE TABLE "forum_zone" ("forum_id" UUID NOT NULL, "zone" TEXT NOT NULL, CONSTRAINT "forum_zone_pkey" PRIMARY KEY ("forum_id"));
-- Which mail a notice goes into: settled before the mail is sent, so that one sent again is the same.
CREATE TABLE "in_mail" ("notice_id" UUID NOT NULL, "mail_id" UUID NOT NULL, CONSTRAINT "in_mail_pkey" PRIMARY KEY ("notice_id"));
