-- Of several processes of the service one sends at a time.
CREATE TABLE "turn" ("name" TEXT NOT NULL, "holder" UUID NOT NULL, "until" TIMESTAMPTZ NOT NULL, CONSTRAINT "turn_pkey" PRIMARY KEY ("name"));
