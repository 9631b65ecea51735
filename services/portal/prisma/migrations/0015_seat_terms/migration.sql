-- Every mandate of a seat, with how it ended: who spoke at the table for whom until when stays readable. No person is named.
CREATE TABLE "seat_term" (
    "forum_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "from_day" TEXT NOT NULL,
    "until_day" TEXT NOT NULL,
    "ended" TEXT,
    "reason_code" TEXT,

    CONSTRAINT "seat_term_pkey" PRIMARY KEY ("forum_id", "seat_id", "from_day")
);
CREATE INDEX "seat_term_forum_id_until_day_idx" ON "seat_term"("forum_id", "until_day");

-- What was heard before has none of this: the read model is emptied, and the portal hears everything again.
TRUNCATE TABLE "position", "waiting", "forum_clock", "text_row", "text_words", "proposal_row", "proposal_link", "commitment_version", "version_cause", "contribution_row", "cluster_row", "response_row", "report_row", "meeting_row", "seat_held", "rules_row", "ballot_row", "ballot_seat", "deadline_move", "timetable_version", "public_moment", "name_words", "words_to_clean", "working_group_row", "group_member", "decision_row", "call_row", "window_row", "evidence_row", "risk_row", "moderation_row", "withdrawal_row", "forum_row", "seat_row", "cycle_row", "institution_row", "institution_name", "institution_standing", "post_row", "obligation_row", "duty_turn", "consultation_row", "commitment_row", "milestone_row";
