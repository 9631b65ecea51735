-- Who is signed in. Not part of the read model: it is made by no fact, and a rebuild leaves it alone.
CREATE TABLE "session_row" (
    "token_hash" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "actor" JSONB NOT NULL,
    "sign_in_id" UUID,
    "browser" TEXT NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_row_pkey" PRIMARY KEY ("token_hash")
);
CREATE UNIQUE INDEX "session_row_id_key" ON "session_row"("id");
CREATE INDEX "session_row_person_id_began_at_idx" ON "session_row"("person_id", "began_at");
CREATE INDEX "session_row_seen_at_idx" ON "session_row"("seen_at");
CREATE INDEX "session_row_began_at_idx" ON "session_row"("began_at");
