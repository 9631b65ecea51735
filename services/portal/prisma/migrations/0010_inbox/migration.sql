-- What happened to a duty, with the reasons that were given. Turns of before come with a rebuild of the read model.
CREATE TABLE "duty_turn" (
    "sequence" BIGINT NOT NULL,
    "obligation_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "institution_id" UUID,
    "due_on" TEXT,
    "verdict" TEXT,
    "late" BOOLEAN,
    "text_id" UUID,
    "evidence" JSONB NOT NULL,

    CONSTRAINT "duty_turn_pkey" PRIMARY KEY ("sequence")
);
CREATE INDEX "duty_turn_obligation_id_sequence_idx" ON "duty_turn"("obligation_id", "sequence");
CREATE INDEX "obligation_row_institution_id_state_due_on_id_idx" ON "obligation_row"("institution_id", "state", "due_on", "id");
