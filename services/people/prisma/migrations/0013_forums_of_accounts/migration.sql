-- Whose secretariat may know who somebody is: where they came in, or left an address.
UPDATE "aggregate" a SET "state" = a."state" || jsonb_build_object('forumIds', coalesce((
  SELECT jsonb_agg(DISTINCT e."forum_id") FROM "event" e
  WHERE e."aggregate_type" = 'account' AND e."aggregate_id" = a."id"
    AND e."type" IN ('people.account.opened.v1', 'people.account.address-left.v1')), '[]'))
WHERE a."type" = 'account' AND NOT a."state" ? 'forumIds';
