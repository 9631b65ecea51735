CREATE TABLE "contact" ("person_id" UUID NOT NULL, "name_text_id" UUID, "mail_text_id" UUID, CONSTRAINT "contact_pkey" PRIMARY KEY ("person_id"));
CREATE TABLE "notice_row" (
  "id" UUID NOT NULL, "person_id" UUID NOT NULL, "forum_id" UUID NOT NULL, "about" TEXT NOT NULL, "obligation_id" UUID NOT NULL, "due_on" TEXT, "raised_at" TEXT NOT NULL,
  "sequence" BIGINT NOT NULL, "read" BOOLEAN NOT NULL, "mail" TEXT NOT NULL, "attempts" INTEGER NOT NULL, CONSTRAINT "notice_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "notice_row_person_id_sequence_idx" ON "notice_row"("person_id", "sequence");
CREATE INDEX "notice_row_mail_sequence_idx" ON "notice_row"("mail", "sequence");
