-- Every step of a notice with its time, also of those before. Since when each waits by the wall: turns of one subject go together.
CREATE TABLE "notice_step" ("sequence" BIGINT NOT NULL, "notice_id" UUID NOT NULL, "what" TEXT NOT NULL, "at" TEXT NOT NULL, "attempt" INTEGER, CONSTRAINT "notice_step_pkey" PRIMARY KEY ("sequence"));
CREATE INDEX "notice_step_notice_id_sequence_idx" ON "notice_step"("notice_id", "sequence");
INSERT INTO "notice_step" SELECT e."sequence", e."aggregate_id"::uuid, CASE e."type"
    WHEN 'people.notice.raised.v1' THEN 'raised' WHEN 'people.notice.read.v1' THEN 'read' WHEN 'people.notice.link-opened.v1' THEN 'opened'
    ELSE e."bytes"::jsonb #>> '{data,outcome}' END, e."bytes"::jsonb ->> 'time', (e."bytes"::jsonb #>> '{data,attempt}')::int
  FROM "event" e WHERE e."type" IN ('people.notice.raised.v1', 'people.notice.read.v1', 'people.notice.link-opened.v1', 'people.notice.delivered.v1');
ALTER TABLE "notice_row" ADD COLUMN "told_at" TEXT;
UPDATE "notice_row" n SET "told_at" = e."bytes"::jsonb ->> 'recordedat' FROM "event" e
  WHERE e."type" = 'people.notice.raised.v1' AND e."aggregate_id" = n."id"::text;
