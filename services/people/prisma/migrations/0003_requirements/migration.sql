ALTER TABLE "notice_row" ALTER COLUMN "obligation_id" DROP NOT NULL, ADD COLUMN "requirement" TEXT;
CREATE TABLE "role_row" (
  "forum_id" UUID NOT NULL, "person_id" UUID NOT NULL, "role" TEXT NOT NULL, "institution_id" TEXT NOT NULL,
  "from_day" TEXT NOT NULL, "until_day" TEXT,
  CONSTRAINT "role_row_pkey" PRIMARY KEY ("forum_id", "role", "person_id", "institution_id", "from_day"));
CREATE INDEX "role_row_person_id_idx" ON "role_row"("person_id");
-- Who was granted a role before there was this table.
INSERT INTO "role_row" SELECT (g->>'forumId')::uuid, a.id::uuid, g->>'role', coalesce(g->>'institutionId', ''), g->>'from', g->>'until'
  FROM aggregate a, jsonb_array_elements(a.state->'grants') AS g WHERE a.type = 'account' ON CONFLICT DO NOTHING;
