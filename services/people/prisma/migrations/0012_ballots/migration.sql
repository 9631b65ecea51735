-- Whoever holds a seat is told of a ballot that opened.
ALTER TABLE "notice_row" ADD COLUMN "ballot_id" UUID;
