-- For whom a way in at a sign-in provider stands, by pseudonyms.
CREATE TABLE "sign_in_row" (
    "sign_in_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "sign_in_row_pkey" PRIMARY KEY ("sign_in_id")
);
