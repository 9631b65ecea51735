CREATE TABLE "text_row" (
  "text_id" UUID NOT NULL,
  "source" TEXT NOT NULL,
  "forum_id" UUID NOT NULL,
  "subject_kind" TEXT NOT NULL,
  "subject_id" TEXT NOT NULL,
  "role" TEXT NOT NULL,
  "lang" TEXT NOT NULL,
  "visibility" TEXT NOT NULL,
  "withdrawn" BOOLEAN NOT NULL,
  "erased" BOOLEAN NOT NULL,
  "contributor_id" UUID,
  "translation_of" UUID,
  "checked" BOOLEAN NOT NULL,
  "at" TEXT NOT NULL,
  "wanted" BIGINT,
  CONSTRAINT "text_row_pkey" PRIMARY KEY ("text_id"));
CREATE INDEX "text_row_contributor_id_idx" ON "text_row" ("contributor_id");
CREATE INDEX "text_row_translation_of_idx" ON "text_row" ("translation_of");
CREATE INDEX "text_row_subject_id_idx" ON "text_row" ("subject_id");
-- Few are wanted at a time.
CREATE INDEX "text_row_wanted_idx" ON "text_row" ("source", "text_id") WHERE "wanted" IS NOT NULL;

CREATE UNLOGGED TABLE "text_words" (
  "text_id" UUID NOT NULL,
  "words" TEXT NOT NULL,
  "grams" TEXT[],
  CONSTRAINT "text_words_pkey" PRIMARY KEY ("text_id"));
CREATE INDEX "text_words_grams_idx" ON "text_words" USING GIN ("grams");

CREATE TABLE "proposal_row" (
  "id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "state" TEXT NOT NULL,
  "theme" TEXT,
  "channel" TEXT,
  "contributor_kind" TEXT NOT NULL,
  "received_on" TEXT,
  "title_text_id" UUID NOT NULL,
  "body_text_id" UUID,
  "reason_code" TEXT,
  "reason_text_id" UUID,
  "sequence" BIGINT NOT NULL,
  CONSTRAINT "proposal_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "proposal_row_cycle_id_sequence_idx" ON "proposal_row" ("cycle_id", "sequence");
CREATE INDEX "proposal_row_cycle_id_state_sequence_idx" ON "proposal_row" ("cycle_id", "state", "sequence");
CREATE INDEX "proposal_row_cycle_id_theme_sequence_idx" ON "proposal_row" ("cycle_id", "theme", "sequence");

CREATE TABLE "proposal_link" (
  "from_id" UUID NOT NULL,
  "how" TEXT NOT NULL,
  "to_id" UUID NOT NULL,
  CONSTRAINT "proposal_link_pkey" PRIMARY KEY ("from_id", "how", "to_id"));
CREATE INDEX "proposal_link_to_id_idx" ON "proposal_link" ("to_id");

CREATE TABLE "commitment_version" (
  "commitment_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "how" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  "draft" JSONB NOT NULL,
  "reason_text_id" UUID,
  CONSTRAINT "commitment_version_pkey" PRIMARY KEY ("commitment_id", "version"));

CREATE TABLE "version_cause" (
  "commitment_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "cause_id" UUID NOT NULL,
  CONSTRAINT "version_cause_pkey" PRIMARY KEY ("commitment_id", "version", "cause_id"));
CREATE INDEX "version_cause_cause_id_idx" ON "version_cause" ("cause_id");

CREATE TABLE "contribution_row" (
  "id" UUID NOT NULL,
  "consultation_id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "commitment_id" UUID NOT NULL,
  "clause" TEXT,
  "contributor_kind" TEXT NOT NULL,
  "channel" TEXT NOT NULL,
  "received_on" TEXT NOT NULL,
  "text_id" UUID NOT NULL,
  "state" TEXT NOT NULL,
  "reason_code" TEXT,
  "theme" TEXT,
  "outcome" TEXT,
  "response_id" UUID,
  "waived_text_id" UUID,
  "sequence" BIGINT NOT NULL,
  CONSTRAINT "contribution_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "contribution_row_consultation_id_sequence_idx" ON "contribution_row" ("consultation_id", "sequence");
CREATE INDEX "contribution_row_consultation_id_outcome_sequence_idx" ON "contribution_row" ("consultation_id", "outcome", "sequence");
CREATE INDEX "contribution_row_consultation_id_theme_sequence_idx" ON "contribution_row" ("consultation_id", "theme", "sequence");
CREATE INDEX "contribution_row_commitment_id_sequence_idx" ON "contribution_row" ("commitment_id", "sequence");

CREATE TABLE "response_row" (
  "id" UUID NOT NULL,
  "consultation_id" UUID NOT NULL,
  "outcome" TEXT NOT NULL,
  "reason_text_id" UUID NOT NULL,
  "changed" UUID[],
  "released_on" TEXT,
  "authority" TEXT,
  CONSTRAINT "response_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "response_row_consultation_id_idx" ON "response_row" ("consultation_id");

CREATE TABLE "report_row" (
  "commitment_id" UUID NOT NULL,
  "milestone_id" UUID NOT NULL,
  "window_id" UUID NOT NULL,
  "on" TEXT NOT NULL,
  "completion" TEXT NOT NULL,
  "progress_text_id" UUID NOT NULL,
  "challenges_text_id" UUID,
  "evidence" JSONB NOT NULL,
  CONSTRAINT "report_row_pkey" PRIMARY KEY ("commitment_id", "milestone_id", "window_id"));

CREATE TABLE "meeting_row" (
  "id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "starts_at" TEXT NOT NULL,
  "held_on" TEXT,
  "attendance" INTEGER,
  "cancelled" BOOLEAN NOT NULL,
  "open_to_public" BOOLEAN NOT NULL,
  "agenda_text_id" UUID,
  "minutes_text_id" UUID,
  CONSTRAINT "meeting_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "meeting_row_forum_id_starts_at_idx" ON "meeting_row" ("forum_id", "starts_at");

CREATE TABLE "seat_held" (
  "forum_id" UUID NOT NULL,
  "seat_id" UUID NOT NULL,
  "organisation" JSONB NOT NULL,
  "position" TEXT NOT NULL,
  CONSTRAINT "seat_held_pkey" PRIMARY KEY ("forum_id", "seat_id"));

CREATE TABLE "rules_row" (
  "forum_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "adopted_on" TEXT NOT NULL,
  "rules" JSONB NOT NULL,
  "text_id" UUID,
  CONSTRAINT "rules_row_pkey" PRIMARY KEY ("forum_id", "version"));

CREATE TABLE "ballot_row" (
  "id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID,
  "matter" TEXT NOT NULL,
  "held_on" TEXT NOT NULL,
  "closes_on" TEXT NOT NULL,
  "outcome" JSONB,
  CONSTRAINT "ballot_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "ballot_row_forum_id_held_on_idx" ON "ballot_row" ("forum_id", "held_on");
CREATE INDEX "ballot_row_cycle_id_idx" ON "ballot_row" ("cycle_id");

CREATE TABLE "deadline_move" (
  "cycle_id" UUID NOT NULL,
  "version" INTEGER NOT NULL,
  "stage" TEXT NOT NULL,
  "stages" JSONB NOT NULL,
  "authority" TEXT NOT NULL,
  "notice_on" TEXT NOT NULL,
  "reason_text_id" UUID NOT NULL,
  CONSTRAINT "deadline_move_pkey" PRIMARY KEY ("cycle_id", "version"));

CREATE TABLE "public_moment" (
  "cycle_id" UUID NOT NULL,
  "id" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "on" TEXT NOT NULL,
  "what" TEXT NOT NULL,
  "link" TEXT,
  CONSTRAINT "public_moment_pkey" PRIMARY KEY ("cycle_id", "id"));

CREATE TABLE "name_words" (
  "kind" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "lang" TEXT NOT NULL,
  "forum_id" UUID,
  "words" TEXT NOT NULL,
  "grams" TEXT[],
  CONSTRAINT "name_words_pkey" PRIMARY KEY ("kind", "id", "lang"));
CREATE INDEX "name_words_grams_idx" ON "name_words" USING GIN ("grams");

CREATE TABLE "words_to_clean" (
  "source" TEXT NOT NULL,
  "sequence" BIGINT NOT NULL,
  CONSTRAINT "words_to_clean_pkey" PRIMARY KEY ("source", "sequence"));

CREATE TABLE "working_group_row" (
  "id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "name" JSONB NOT NULL,
  "people" INTEGER NOT NULL,
  CONSTRAINT "working_group_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "working_group_row_forum_id_idx" ON "working_group_row" ("forum_id");

CREATE TABLE "decision_row" (
  "id" UUID NOT NULL,
  "forum_id" UUID NOT NULL,
  "cycle_id" UUID,
  "meeting_id" UUID,
  "ballot_id" UUID,
  "matter" TEXT NOT NULL,
  "decided_on" TEXT NOT NULL,
  "text_id" UUID NOT NULL,
  "dissent" INTEGER NOT NULL,
  CONSTRAINT "decision_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "decision_row_forum_id_decided_on_idx" ON "decision_row" ("forum_id", "decided_on");

CREATE TABLE "call_row" (
  "id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "closes_at" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  CONSTRAINT "call_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "call_row_cycle_id_idx" ON "call_row" ("cycle_id");

CREATE TABLE "window_row" (
  "id" UUID NOT NULL,
  "cycle_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "from_day" TEXT NOT NULL,
  "until_day" TEXT NOT NULL,
  "closes_at" TEXT NOT NULL,
  "state" TEXT NOT NULL,
  CONSTRAINT "window_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "window_row_cycle_id_number_idx" ON "window_row" ("cycle_id", "number");

CREATE TABLE "evidence_row" (
  "id" UUID NOT NULL,
  "commitment_id" UUID NOT NULL,
  "milestone_id" UUID NOT NULL,
  "evidence" JSONB NOT NULL,
  "on" TEXT NOT NULL,
  CONSTRAINT "evidence_row_pkey" PRIMARY KEY ("id"));
CREATE INDEX "evidence_row_commitment_id_idx" ON "evidence_row" ("commitment_id");

ALTER TABLE "obligation_row" ADD COLUMN "discharged_on" TEXT, ADD COLUMN "commitment_ids" UUID[];
CREATE INDEX "obligation_row_acting_institution_id_state_due_on_id_idx" ON "obligation_row" ("acting_institution_id", "state", "due_on", "id");
CREATE INDEX "obligation_row_commitment_ids_idx" ON "obligation_row" USING GIN ("commitment_ids");
CREATE INDEX "commitment_row_lead_institution_id_idx" ON "commitment_row" ("lead_institution_id");

CREATE TABLE "risk_row" (
  "forum_id" UUID NOT NULL,
  "requirement" TEXT NOT NULL,
  "due_on" TEXT NOT NULL,
  "risk" TEXT NOT NULL,
  CONSTRAINT "risk_row_pkey" PRIMARY KEY ("forum_id", "requirement", "due_on"));
CREATE INDEX "contribution_row_cycle_id_sequence_idx" ON "contribution_row" ("cycle_id", "sequence");
CREATE INDEX "contribution_row_cycle_id_outcome_sequence_idx" ON "contribution_row" ("cycle_id", "outcome", "sequence");
CREATE INDEX "contribution_row_cycle_id_theme_sequence_idx" ON "contribution_row" ("cycle_id", "theme", "sequence");
