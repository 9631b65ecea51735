-- Texts that are alike are found by their bands, the same words by their sum. Words are fetched again by the portal.
TRUNCATE TABLE "text_words";
ALTER TABLE "text_words" ADD COLUMN "bands" TEXT[];
CREATE INDEX "text_words_bands_idx" ON "text_words" USING GIN ("bands");
CREATE INDEX "text_words_same" ON "text_words" (md5("words"));
CREATE INDEX "contribution_row_text_id_idx" ON "contribution_row"("text_id");
CREATE INDEX "proposal_row_title_text_id_idx" ON "proposal_row"("title_text_id");
