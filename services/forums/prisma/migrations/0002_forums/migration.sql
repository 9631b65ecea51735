CREATE TABLE "forum_row" ("id" UUID NOT NULL, "zone" TEXT NOT NULL, "country" TEXT NOT NULL, "clock" TEXT NOT NULL, CONSTRAINT "forum_row_pkey" PRIMARY KEY ("id"));
CREATE TABLE "cycle_row" ("id" UUID NOT NULL, "forum_id" UUID NOT NULL, "clock" TEXT NOT NULL, "stage" TEXT NOT NULL, "closed" BOOLEAN NOT NULL, CONSTRAINT "cycle_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "cycle_row_closed_id_idx" ON "cycle_row"("closed", "id");
CREATE TABLE "meeting_row" ("id" UUID NOT NULL, "forum_id" UUID NOT NULL, "cycle_id" UUID, "meeting_kind" TEXT NOT NULL, "held_on" TEXT NOT NULL, "with_civil_society" BOOLEAN NOT NULL, CONSTRAINT "meeting_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "meeting_row_forum_id_held_on_idx" ON "meeting_row"("forum_id", "held_on");
CREATE TABLE "gate" ("cycle_id" UUID NOT NULL, "gate" TEXT NOT NULL, "accepted" INTEGER NOT NULL, "answered" INTEGER NOT NULL, "waived" INTEGER NOT NULL, CONSTRAINT "gate_pkey" PRIMARY KEY ("cycle_id", "gate"));
CREATE TABLE "ballot_key" ("ballot_id" UUID NOT NULL, "wrapped" TEXT NOT NULL, CONSTRAINT "ballot_key_pkey" PRIMARY KEY ("ballot_id"));
CREATE TABLE "sealed_choice" ("ballot_id" UUID NOT NULL, "seat_id" UUID NOT NULL, "sealed" TEXT NOT NULL, CONSTRAINT "sealed_choice_pkey" PRIMARY KEY ("ballot_id", "seat_id"));
