-- Whose duty to report is answered by whom: an institution it was delegated to reports, and so does a successor.
CREATE TABLE "duty_to_report" ("obligation_id" UUID NOT NULL, "cycle_id" UUID NOT NULL, "window_id" UUID, "lead_institution_id" UUID NOT NULL, "institution_id" UUID NOT NULL, "acting_institution_id" UUID NOT NULL, CONSTRAINT "duty_to_report_pkey" PRIMARY KEY ("obligation_id"));
CREATE INDEX "duty_to_report_cycle_id_idx" ON "duty_to_report"("cycle_id");
