CREATE TABLE "institution_code" ("id" UUID NOT NULL, "forum_id" UUID NOT NULL, "code" TEXT NOT NULL, CONSTRAINT "institution_code_pkey" PRIMARY KEY ("id"));
CREATE UNIQUE INDEX "institution_code_forum_id_code_key" ON "institution_code"("forum_id", "code");

CREATE TABLE "obligation_row" (
  "id" UUID NOT NULL, "forum_id" UUID NOT NULL, "cycle_id" UUID, "institution_id" UUID NOT NULL, "imposed_on_id" UUID NOT NULL, "acting_institution_id" UUID NOT NULL,
  "obligation_kind" TEXT NOT NULL, "subject" JSONB NOT NULL, "state" TEXT NOT NULL, "due_on" TEXT NOT NULL, "last_rung" TEXT, "verdict" TEXT, "late" BOOLEAN NOT NULL,
  "silent" BOOLEAN NOT NULL, "extension_asked" BOOLEAN NOT NULL, "ladder_version" INTEGER NOT NULL, "ladder" JSONB NOT NULL, CONSTRAINT "obligation_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "obligation_row_institution_id_due_on_id_idx" ON "obligation_row"("institution_id", "due_on", "id");
CREATE INDEX "obligation_row_acting_institution_id_due_on_id_idx" ON "obligation_row"("acting_institution_id", "due_on", "id");
CREATE INDEX "obligation_row_cycle_id_due_on_id_idx" ON "obligation_row"("cycle_id", "due_on", "id");
CREATE INDEX "obligation_row_due_on_id_idx" ON "obligation_row"("due_on", "id");
CREATE INDEX "obligation_row_state_id_idx" ON "obligation_row"("state", "id");

CREATE TABLE "forum_copy" ("id" UUID NOT NULL, "zone" TEXT NOT NULL, "country" TEXT NOT NULL, "rule_pack" TEXT NOT NULL, "clock" TEXT NOT NULL, CONSTRAINT "forum_copy_pkey" PRIMARY KEY ("id"));
CREATE TABLE "suspended_cycle" ("cycle_id" UUID NOT NULL, CONSTRAINT "suspended_cycle_pkey" PRIMARY KEY ("cycle_id"));
