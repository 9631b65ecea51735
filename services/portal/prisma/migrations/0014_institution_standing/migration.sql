-- How punctual each institution is, kept duty by duty, and its latest name, by which institutions are paged: no page counts duties.
CREATE TABLE "institution_standing" (
    "institution_id" UUID NOT NULL,
    "called" TEXT,
    "on_time" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "silent" INTEGER NOT NULL DEFAULT 0,
    "open" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "institution_standing_pkey" PRIMARY KEY ("institution_id")
);
CREATE INDEX "institution_standing_called_institution_id_idx" ON "institution_standing"("called", "institution_id");

-- What was heard before is counted once, by the rule of domain/counts-as.ts.
INSERT INTO "institution_standing" ("institution_id", "called")
SELECT DISTINCT ON ("institution_id") "institution_id", "name"->>'ko' FROM "institution_name" ORDER BY "institution_id", "from_day" DESC;
INSERT INTO "institution_standing" ("institution_id", "on_time", "late", "silent", "open")
SELECT "acting_institution_id",
       count(*) FILTER (WHERE "state" = 'discharged' AND NOT "late" AND NOT "silent"),
       count(*) FILTER (WHERE "late" AND NOT "silent"),
       count(*) FILTER (WHERE "silent"),
       count(*) FILTER (WHERE "state" = 'open' AND NOT "late" AND NOT "silent")
FROM "obligation_row" WHERE "state" <> 'withdrawn' OR "silent" GROUP BY "acting_institution_id"
ON CONFLICT ("institution_id") DO UPDATE
SET "on_time" = excluded."on_time", "late" = excluded."late", "silent" = excluded."silent", "open" = excluded."open";

-- Commitments that an institution leads are counted in the index alone.
DROP INDEX "commitment_row_lead_institution_id_idx";
CREATE INDEX "commitment_row_lead_institution_id_state_idx" ON "commitment_row"("lead_institution_id", "state");
