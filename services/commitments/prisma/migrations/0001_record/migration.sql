CREATE TABLE "head" ("one" BOOLEAN NOT NULL DEFAULT true, "sequence" BIGINT NOT NULL, CONSTRAINT "head_pkey" PRIMARY KEY ("one"));
INSERT INTO "head" VALUES (true, 0);

CREATE TABLE "event" (
  "sequence" BIGINT NOT NULL, "id" UUID NOT NULL, "type" TEXT NOT NULL, "aggregate_type" TEXT NOT NULL, "aggregate_id" TEXT NOT NULL,
  "version" INTEGER NOT NULL, "forum_id" UUID NOT NULL, "command_id" UUID NOT NULL, "bytes" TEXT NOT NULL,
  CONSTRAINT "event_pkey" PRIMARY KEY ("sequence"));
CREATE UNIQUE INDEX "event_id_key" ON "event"("id");
CREATE UNIQUE INDEX "event_aggregate_type_aggregate_id_version_key" ON "event"("aggregate_type", "aggregate_id", "version");
CREATE INDEX "event_command_id_idx" ON "event"("command_id");

CREATE TABLE "aggregate" (
  "type" TEXT NOT NULL, "id" TEXT NOT NULL, "version" INTEGER NOT NULL, "forum_id" UUID NOT NULL, "state" JSONB NOT NULL,
  CONSTRAINT "aggregate_pkey" PRIMARY KEY ("type", "id"));

CREATE TABLE "command" (
  "id" UUID NOT NULL, "type" TEXT NOT NULL, "body_hash" TEXT NOT NULL, "answer" JSONB NOT NULL,
  CONSTRAINT "command_pkey" PRIMARY KEY ("id"));

CREATE TABLE "position" (
  "listener" TEXT NOT NULL, "source" TEXT NOT NULL, "sequence" BIGINT NOT NULL,
  CONSTRAINT "position_pkey" PRIMARY KEY ("listener", "source"));

CREATE TABLE "waiting" (
  "source" TEXT NOT NULL, "sequence" BIGINT NOT NULL, "aggregate" TEXT NOT NULL, "state" TEXT NOT NULL, "reason" TEXT NOT NULL, "bytes" TEXT NOT NULL,
  CONSTRAINT "waiting_pkey" PRIMARY KEY ("source", "sequence"));
CREATE INDEX "waiting_aggregate_idx" ON "waiting"("aggregate");

CREATE TABLE "text" (
  "id" UUID NOT NULL, "key_id" UUID NOT NULL, "forum_id" UUID NOT NULL, "author_id" UUID NOT NULL, "institution_id" UUID,
  "lang" TEXT NOT NULL, "visibility" TEXT NOT NULL, "withdrawn" BOOLEAN NOT NULL, "corrected_by" UUID, "sealed" TEXT NOT NULL, "copied" BOOLEAN NOT NULL,
  CONSTRAINT "text_pkey" PRIMARY KEY ("id"));
CREATE INDEX "text_copied_idx" ON "text"("copied");
CREATE INDEX "text_key_id_idx" ON "text"("key_id");

CREATE TABLE "text_key" ("id" UUID NOT NULL, "wrapped" TEXT NOT NULL, "copied" BOOLEAN NOT NULL, CONSTRAINT "text_key_pkey" PRIMARY KEY ("id"));
CREATE INDEX "text_key_copied_idx" ON "text_key"("copied");

CREATE TABLE "erased_key" ("id" UUID NOT NULL, "copied" BOOLEAN NOT NULL, CONSTRAINT "erased_key_pkey" PRIMARY KEY ("id"));

CREATE TABLE "forum_clock" ("forum_id" UUID NOT NULL, "clock" TEXT NOT NULL, "now" TEXT, CONSTRAINT "forum_clock_pkey" PRIMARY KEY ("forum_id"));
