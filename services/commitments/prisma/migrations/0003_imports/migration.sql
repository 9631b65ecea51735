-- What was staged for an import and does not count yet.
CREATE TABLE "import_batch" (
    "import_id" UUID NOT NULL,
    "forum_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "of_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "chunk_ids" UUID[],

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("import_id")
);
CREATE TABLE "import_row" (
    "chunk_id" UUID NOT NULL,
    "thing_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "text_ids" UUID[],

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("chunk_id", "thing_id")
);
CREATE INDEX "import_row_import_id_place_idx" ON "import_row"("import_id", "place");
CREATE INDEX "import_row_thing_id_idx" ON "import_row"("thing_id");
CREATE INDEX "contribution_contributor_id_idx" ON "contribution"("contributor_id");
CREATE INDEX "proposal_contributor_id_idx" ON "proposal"("contributor_id");
