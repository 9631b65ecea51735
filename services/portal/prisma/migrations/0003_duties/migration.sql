ALTER TABLE "obligation_row" ADD COLUMN "window_id" UUID;
