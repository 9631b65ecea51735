-- How often the due day of a duty was set: a calendar takes a moved deadline by it.
ALTER TABLE "obligation_row" ADD COLUMN "ladder_version" INTEGER NOT NULL DEFAULT 1;
