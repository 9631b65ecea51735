CREATE TABLE "repair_row" (
  "id" UUID NOT NULL, "forum_id" UUID NOT NULL, "process_id" TEXT NOT NULL, "repair" TEXT NOT NULL, "reason_code" TEXT NOT NULL,
  "person_id" UUID NOT NULL, "at" TEXT NOT NULL, "sequence" BIGINT NOT NULL, CONSTRAINT "repair_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "repair_row_sequence_idx" ON "repair_row"("sequence");
