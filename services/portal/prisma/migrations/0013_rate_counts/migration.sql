-- How often somebody signed in or wrote within a minute, counted by all portals together. Who it was is hashed with a key.
CREATE TABLE "rate_count" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "rate_count_expire_idx" ON "rate_count"("expire");
