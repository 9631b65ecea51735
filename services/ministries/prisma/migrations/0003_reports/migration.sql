-- What is to be reported on and what was: the report that completes a duty discharges it.
CREATE TABLE "commitment_copy" ("id" UUID NOT NULL, "cycle_id" UUID NOT NULL, "adopted" BOOLEAN NOT NULL, CONSTRAINT "commitment_copy_pkey" PRIMARY KEY ("id"));
CREATE INDEX "commitment_copy_cycle_id_idx" ON "commitment_copy"("cycle_id");
CREATE TABLE "milestone_copy" ("commitment_id" UUID NOT NULL, "milestone_id" UUID NOT NULL, "lead_institution_id" UUID NOT NULL, CONSTRAINT "milestone_copy_pkey" PRIMARY KEY ("commitment_id", "milestone_id"));
CREATE INDEX "milestone_copy_milestone_id_idx" ON "milestone_copy"("milestone_id");
CREATE TABLE "milestone_report" ("window_id" UUID NOT NULL, "milestone_id" UUID NOT NULL, "sequence" BIGINT NOT NULL, CONSTRAINT "milestone_report_pkey" PRIMARY KEY ("window_id", "milestone_id"));
CREATE INDEX "obligation_row_reporting_window" ON "obligation_row"(("subject" ->> 'windowId')) WHERE "obligation_kind" = 'progress-report' AND "state" = 'open';
