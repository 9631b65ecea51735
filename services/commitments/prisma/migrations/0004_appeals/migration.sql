-- A consultation is not sealed while somebody waits for what becomes of their appeal.
ALTER TABLE "contribution" ADD COLUMN "appeal" TEXT;
