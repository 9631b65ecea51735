-- Proposals are set aside with their words, as contributions are: which texts they have is known, also of those received before.
ALTER TABLE "proposal" ADD COLUMN "text_ids" UUID[];
UPDATE "proposal" p SET "text_ids" = t."ids" FROM (
    SELECT e."aggregate_id" AS "id", array_remove(ARRAY[
        (e."bytes"::jsonb #>> '{data,title,textId}')::uuid, (e."bytes"::jsonb #>> '{data,body,textId}')::uuid], NULL) AS "ids"
    FROM "event" e WHERE e."type" IN ('commitments.proposal.received.v1', 'commitments.proposal.part-made.v1')
) t WHERE t."id" = p."proposal_id"::text;
UPDATE "proposal" SET "text_ids" = '{}' WHERE "text_ids" IS NULL;
ALTER TABLE "proposal" ALTER COLUMN "text_ids" SET NOT NULL;

-- State as it is folded from now on.
UPDATE "aggregate" a SET "state" = a."state" || jsonb_strip_nulls(jsonb_build_object(
    'theme', e."bytes"::jsonb #> '{data,theme}',
    'texts', (SELECT jsonb_agg(jsonb_build_object('textId', t.one ->> 'textId', 'visibility', t.one ->> 'visibility') ORDER BY t.at)
              FROM (VALUES (1, e."bytes"::jsonb #> '{data,title}'), (2, e."bytes"::jsonb #> '{data,body}')) AS t(at, one) WHERE t.one IS NOT NULL)))
FROM "event" e WHERE a."type" = 'proposal' AND e."aggregate_type" = 'proposal' AND e."aggregate_id" = a."id"
AND e."type" IN ('commitments.proposal.received.v1', 'commitments.proposal.part-made.v1');
