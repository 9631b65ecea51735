CREATE TABLE "position" (
  "listener" TEXT NOT NULL, "source" TEXT NOT NULL, "sequence" BIGINT NOT NULL,
  CONSTRAINT "position_pkey" PRIMARY KEY ("listener", "source"));

CREATE TABLE "waiting" (
  "source" TEXT NOT NULL, "sequence" BIGINT NOT NULL, "aggregate" TEXT NOT NULL, "state" TEXT NOT NULL, "reason" TEXT NOT NULL, "bytes" TEXT NOT NULL,
  CONSTRAINT "waiting_pkey" PRIMARY KEY ("source", "sequence"));
CREATE INDEX "waiting_aggregate_idx" ON "waiting"("aggregate");

CREATE TABLE "forum_clock" ("forum_id" UUID NOT NULL, "clock" TEXT NOT NULL, "now" TEXT, CONSTRAINT "forum_clock_pkey" PRIMARY KEY ("forum_id"));

CREATE TABLE "forum_row" (
  "id" UUID NOT NULL, "name" JSONB NOT NULL, "level" TEXT NOT NULL, "zone" TEXT NOT NULL, "clock" TEXT NOT NULL, "recorded_at" TEXT NOT NULL,
  CONSTRAINT "forum_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "forum_row_clock_recorded_at_id_idx" ON "forum_row"("clock", "recorded_at", "id");

CREATE TABLE "seat_row" (
  "forum_id" UUID NOT NULL, "seat_id" UUID NOT NULL, "sector" TEXT NOT NULL, "from_day" TEXT NOT NULL, "until_day" TEXT NOT NULL,
  CONSTRAINT "seat_row_pkey" PRIMARY KEY ("forum_id", "seat_id"));

CREATE TABLE "cycle_row" (
  "id" UUID NOT NULL, "forum_id" UUID NOT NULL, "name" JSONB NOT NULL, "starts_on" TEXT NOT NULL, "ends_on" TEXT NOT NULL, "stage" TEXT NOT NULL,
  "suspended" BOOLEAN NOT NULL, "timetable_version" INTEGER NOT NULL, "stages" JSONB NOT NULL, "approved_on" TEXT, "submitted_on" TEXT,
  CONSTRAINT "cycle_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "cycle_row_forum_id_starts_on_id_idx" ON "cycle_row"("forum_id", "starts_on", "id");

CREATE TABLE "institution_name" (
  "institution_id" UUID NOT NULL, "from_day" TEXT NOT NULL, "name" JSONB NOT NULL,
  CONSTRAINT "institution_name_pkey" PRIMARY KEY ("institution_id", "from_day"));

CREATE TABLE "obligation_row" (
  "id" UUID NOT NULL, "forum_id" UUID NOT NULL, "cycle_id" UUID, "institution_id" UUID NOT NULL, "acting_institution_id" UUID NOT NULL,
  "obligation_kind" TEXT NOT NULL, "state" TEXT NOT NULL, "due_on" TEXT NOT NULL, "late" BOOLEAN NOT NULL, "silent" BOOLEAN NOT NULL, "extension_asked" BOOLEAN NOT NULL,
  CONSTRAINT "obligation_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "obligation_row_cycle_id_state_due_on_id_idx" ON "obligation_row"("cycle_id", "state", "due_on", "id");

CREATE TABLE "consultation_row" (
  "id" UUID NOT NULL, "cycle_id" UUID NOT NULL, "state" TEXT NOT NULL, "closes_at" TEXT NOT NULL,
  "accepted" INTEGER NOT NULL, "answered" INTEGER NOT NULL, "waived" INTEGER NOT NULL,
  CONSTRAINT "consultation_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "consultation_row_cycle_id_idx" ON "consultation_row"("cycle_id");

CREATE TABLE "commitment_row" (
  "id" UUID NOT NULL, "cycle_id" UUID NOT NULL, "number" INTEGER NOT NULL, "title" JSONB NOT NULL, "lead_institution_id" UUID NOT NULL, "state" TEXT NOT NULL,
  CONSTRAINT "commitment_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "commitment_row_cycle_id_number_idx" ON "commitment_row"("cycle_id", "number");

CREATE TABLE "milestone_row" (
  "commitment_id" UUID NOT NULL, "milestone_id" UUID NOT NULL, "due_on" TEXT NOT NULL, "in_force" BOOLEAN NOT NULL, "completion" TEXT,
  CONSTRAINT "milestone_row_pkey" PRIMARY KEY ("commitment_id", "milestone_id"));
