CREATE TABLE "post_holder" (
  "post_id" UUID NOT NULL, "from_day" TEXT NOT NULL, "institution_id" UUID NOT NULL, "person_id" UUID NOT NULL, "level" INTEGER,
  CONSTRAINT "post_holder_pkey" PRIMARY KEY ("post_id", "from_day"));
CREATE INDEX "post_holder_institution_id_idx" ON "post_holder"("institution_id");
