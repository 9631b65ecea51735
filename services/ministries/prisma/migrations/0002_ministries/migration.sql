CREATE TABLE "forum_copy" ("id" UUID NOT NULL, "zone" TEXT NOT NULL, "country" TEXT NOT NULL, "rule_pack" TEXT NOT NULL, CONSTRAINT "forum_copy_pkey" PRIMARY KEY ("id"));
CREATE TABLE "suspended_cycle" ("cycle_id" UUID NOT NULL, CONSTRAINT "suspended_cycle_pkey" PRIMARY KEY ("cycle_id"));
CREATE TABLE "obligation_row" (
  "id" UUID NOT NULL, "forum_id" UUID NOT NULL, "cycle_id" UUID, "institution_id" UUID NOT NULL, "acting_institution_id" UUID NOT NULL, "obligation_kind" TEXT NOT NULL, "key" TEXT NOT NULL,
  "subject" JSONB NOT NULL, "state" TEXT NOT NULL, "due_on" TEXT NOT NULL, "last_rung" TEXT, "late" BOOLEAN NOT NULL, "silent" BOOLEAN NOT NULL, "extension_asked" BOOLEAN NOT NULL,
  "ladder" JSONB NOT NULL, "ladder_version" INTEGER NOT NULL, "verdict" TEXT, CONSTRAINT "obligation_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "obligation_row_key_idx" ON "obligation_row"("key");
CREATE INDEX "obligation_row_institution_id_state_id_idx" ON "obligation_row"("institution_id", "state", "id");
CREATE INDEX "obligation_row_acting_institution_id_state_id_idx" ON "obligation_row"("acting_institution_id", "state", "id");
CREATE INDEX "obligation_row_cycle_id_state_id_idx" ON "obligation_row"("cycle_id", "state", "id");
CREATE INDEX "obligation_row_state_id_idx" ON "obligation_row"("state", "id");
