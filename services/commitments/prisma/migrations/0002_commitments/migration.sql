CREATE TABLE "plan_cycle" (
  "cycle_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "starts_on" TEXT NOT NULL,
  "ends_on" TEXT NOT NULL,
  "rule_pack" TEXT NOT NULL,
  "zone" TEXT NOT NULL,
  "approved_on" TEXT,
  "closed_on" TEXT,
  CONSTRAINT "plan_cycle_pkey" PRIMARY KEY ("cycle_id"));

CREATE TABLE "intake_call" (
  "call_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "closes_at" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  CONSTRAINT "intake_call_pkey" PRIMARY KEY ("call_id"));
CREATE INDEX "intake_call_cycle_id_idx" ON "intake_call"("cycle_id");

CREATE TABLE "proposal" (
  "proposal_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "contributor_id" UUID NOT NULL,
  "state" TEXT NOT NULL,
  "merged_into" UUID,
  "split_from" UUID,
  "declined_because" TEXT,
  CONSTRAINT "proposal_pkey" PRIMARY KEY ("proposal_id"));
CREATE INDEX "proposal_split_from_idx" ON "proposal"("split_from");

CREATE TABLE "proposal_commitment" (
  "proposal_id" UUID NOT NULL,
  "commitment_id" UUID NOT NULL,
  CONSTRAINT "proposal_commitment_pkey" PRIMARY KEY ("proposal_id", "commitment_id"));
CREATE INDEX "proposal_commitment_commitment_id_idx" ON "proposal_commitment"("commitment_id");

CREATE TABLE "commitment" (
  "commitment_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "state" TEXT NOT NULL,
  "version" INTEGER NOT NULL,
  "lead_institution_id" UUID NOT NULL,
  "national_commitment_id" UUID,
  CONSTRAINT "commitment_pkey" PRIMARY KEY ("commitment_id"));
CREATE INDEX "commitment_cycle_id_number_idx" ON "commitment"("cycle_id", "number");
CREATE INDEX "commitment_national_commitment_id_idx" ON "commitment"("national_commitment_id");
CREATE UNIQUE INDEX "commitment_number_held_once" ON "commitment"("cycle_id", "number") WHERE "state" <> 'withdrawn';

CREATE TABLE "commitment_version" (
  "commitment_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "at" TEXT NOT NULL,
  "reason_text_id" UUID,
  "draft" JSONB NOT NULL,
  CONSTRAINT "commitment_version_pkey" PRIMARY KEY ("commitment_id", "version"));

CREATE TABLE "progress_report" (
  "window_id" UUID NOT NULL,
  "commitment_id" UUID NOT NULL,
  "milestone_id" UUID NOT NULL,
  "completion" TEXT NOT NULL,
  "progress_text_id" UUID NOT NULL,
  "on_day" TEXT NOT NULL,
  "sequence" BIGINT NOT NULL,
  CONSTRAINT "progress_report_pkey" PRIMARY KEY ("window_id", "commitment_id", "milestone_id"));
CREATE INDEX "progress_report_commitment_id_milestone_id_sequence_idx" ON "progress_report"("commitment_id", "milestone_id", "sequence");

CREATE TABLE "consultation" (
  "consultation_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "commitment_ids" UUID[],
  "closes_at" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  CONSTRAINT "consultation_pkey" PRIMARY KEY ("consultation_id"));
CREATE INDEX "consultation_cycle_id_idx" ON "consultation"("cycle_id");

CREATE TABLE "contribution" (
  "contribution_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "consultation_id" UUID NOT NULL,
  "commitment_id" UUID NOT NULL,
  "contributor_id" UUID NOT NULL,
  "text_id" UUID NOT NULL,
  "state" TEXT NOT NULL,
  "outcome" TEXT,
  "response_id" UUID,
  CONSTRAINT "contribution_pkey" PRIMARY KEY ("contribution_id"));
CREATE INDEX "contribution_consultation_id_state_contribution_id_idx" ON "contribution"("consultation_id", "state", "contribution_id");
CREATE INDEX "contribution_commitment_id_state_idx" ON "contribution"("commitment_id", "state");

CREATE TABLE "cluster_member" (
  "cluster_id" UUID NOT NULL,
  "contribution_id" UUID NOT NULL,
  CONSTRAINT "cluster_member_pkey" PRIMARY KEY ("cluster_id", "contribution_id"));

CREATE TABLE "response" (
  "response_id" UUID NOT NULL,
  "consultation_id" UUID NOT NULL,
  "reason_text_id" UUID NOT NULL,
  "changed_commitment_ids" UUID[],
  "state" TEXT NOT NULL,
  CONSTRAINT "response_pkey" PRIMARY KEY ("response_id"));
CREATE INDEX "response_consultation_id_state_idx" ON "response"("consultation_id", "state");

CREATE TABLE "response_member" (
  "response_id" UUID NOT NULL,
  "contribution_id" UUID NOT NULL,
  CONSTRAINT "response_member_pkey" PRIMARY KEY ("response_id", "contribution_id"));
CREATE INDEX "response_member_contribution_id_idx" ON "response_member"("contribution_id");

CREATE TABLE "reporting_window" (
  "window_id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "closes_at" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  CONSTRAINT "reporting_window_pkey" PRIMARY KEY ("window_id"));
CREATE INDEX "reporting_window_cycle_id_idx" ON "reporting_window"("cycle_id");

CREATE TABLE "participation_tally" (
  "cycle_id" UUID NOT NULL,
  "question" TEXT NOT NULL,
  "answer" TEXT NOT NULL,
  "count" INTEGER NOT NULL,
  CONSTRAINT "participation_tally_pkey" PRIMARY KEY ("cycle_id", "question", "answer"));

CREATE TABLE "erased_contributor" (
  "contributor_id" UUID NOT NULL,
  CONSTRAINT "erased_contributor_pkey" PRIMARY KEY ("contributor_id"));
