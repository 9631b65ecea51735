CREATE TABLE "webhook_row" (
  "id" UUID NOT NULL, "forum_id" UUID NOT NULL, "person_id" UUID NOT NULL, "institution_id" UUID,
  "url_text_id" UUID NOT NULL, "secret_text_id" UUID NOT NULL, "former_secret_text_id" UUID, "former_until" TEXT,
  "since" BIGINT NOT NULL, "state" TEXT NOT NULL, CONSTRAINT "webhook_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "webhook_row_institution_id_idx" ON "webhook_row"("institution_id");
CREATE INDEX "webhook_row_person_id_idx" ON "webhook_row"("person_id");
CREATE TABLE "webhook_call_row" (
  "id" UUID NOT NULL, "webhook_id" UUID NOT NULL, "forum_id" UUID NOT NULL, "about" TEXT NOT NULL, "notice_id" UUID, "obligation_id" UUID,
  "institution_id" UUID, "obligation_kind" TEXT, "submission_id" UUID, "commitment_id" UUID, "due_on" TEXT,
  "raised_at" TEXT NOT NULL, "sequence" BIGINT NOT NULL, "state" TEXT NOT NULL, "attempts" INTEGER NOT NULL,
  "answered" INTEGER, "tried_at" TEXT, CONSTRAINT "webhook_call_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "webhook_call_row_webhook_id_sequence_idx" ON "webhook_call_row"("webhook_id", "sequence");
CREATE INDEX "webhook_call_row_webhook_id_notice_id_idx" ON "webhook_call_row"("webhook_id", "notice_id");
CREATE INDEX "webhook_call_row_state_sequence_idx" ON "webhook_call_row"("state", "sequence");
CREATE INDEX "webhook_call_row_obligation_id_idx" ON "webhook_call_row"("obligation_id");
