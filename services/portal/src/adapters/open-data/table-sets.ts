const BY_KEY = `WHERE $3::text IS NULL OR at > $3 ORDER BY at LIMIT $4::int`;
/** Of this cycle, or of the forum and no cycle. */
const OF_EITHER = `(x.cycle_id = $1::uuid OR x.cycle_id IS NULL AND x.forum_id = $2::uuid)`;

/** Statements that read the time of a cycle and the table of its forum; what $1 to $4 are stands in `plan-sets.ts`. */
export const tableSets: Readonly<Record<string, string>> = {
  timetable: `SELECT * FROM (SELECT lpad(of.at::text, 6, '0') AS at, of.one->>'stage' AS stage, of.one->>'opensOn' AS opens_on,
      of.one->>'closesOn' AS closes_on, of.one->>'opensAt' AS opens_at, of.one->>'closesAt' AS closes_at, y.timetable_version
    FROM cycle_row y CROSS JOIN LATERAL jsonb_array_elements(y.stages) WITH ORDINALITY AS of(one, at)
    WHERE $2::uuid IS NOT NULL AND y.id = $1::uuid) each ${BY_KEY}`,
  'deadline-moves': `SELECT * FROM (SELECT lpad(d.version::text, 6, '0') AS at, d.version AS timetable_version, d.stage,
      moved.one->>'opensOn' AS opens_on, moved.one->>'closesOn' AS closes_on, d.authority, d.notice_on, d.reason_text_id AS reason
    FROM deadline_move d LEFT JOIN LATERAL (SELECT one FROM jsonb_array_elements(d.stages) AS of(one)
      WHERE one->>'stage' = d.stage LIMIT 1) moved ON true
    WHERE $2::uuid IS NOT NULL AND d.cycle_id = $1::uuid) each ${BY_KEY}`,
  'reporting-windows': `SELECT * FROM (SELECT lpad(w.number::text, 6, '0') || '/' || w.id AS at, w.id AS window_id, w.number AS window_number,
      w.from_day AS "from", w.until_day AS until, w.closes_at, w.state
    FROM window_row w WHERE $2::uuid IS NOT NULL AND w.cycle_id = $1::uuid) each ${BY_KEY}`,
  outreach: `SELECT * FROM (SELECT m."on" || '/' || m.id AS at, m."on", m.what AS channel, m.audience, m.link
    FROM public_moment m WHERE $2::uuid IS NOT NULL AND m.cycle_id = $1::uuid AND m.kind = 'outreach') each ${BY_KEY}`,
  happenings: `SELECT * FROM (SELECT m."on" || '/' || m.id AS at, m."on", m.kind AS what, m.what AS detail, m.link
    FROM public_moment m WHERE $2::uuid IS NOT NULL AND m.cycle_id = $1::uuid AND m.kind <> 'outreach') each ${BY_KEY}`,
  meetings: `SELECT * FROM (SELECT x.starts_at || '/' || x.id AS at, x.id AS meeting_id, x.kind AS meeting_kind, x.starts_at, x.held_on,
      x.attendance AS attended, x.cancelled, x.open_to_public, x.agenda_text_id AS agenda, x.minutes_text_id AS minutes
    FROM meeting_row x WHERE $1::uuid IS NOT NULL AND x.forum_id = $2::uuid) each ${BY_KEY}`,
  ballots: `SELECT * FROM (SELECT x.held_on || '/' || x.id AS at, x.id AS ballot_id, x.matter, x.held_on, x.closes_on,
      (x.outcome->>'entitled')::int AS entitled, (x.outcome->>'turnout')::int AS turnout, (x.outcome->'tally'->>'yes')::int AS yes,
      (x.outcome->'tally'->>'no')::int AS no, (x.outcome->'tally'->>'abstain')::int AS abstain,
      (x.outcome->>'quorumMet')::boolean AS quorum_met, (x.outcome->>'parityMet')::boolean AS parity_met,
      (x.outcome->>'carried')::boolean AS carried
    FROM ballot_row x WHERE ${OF_EITHER}) each ${BY_KEY}`,
  // A closed roll call names its choices; of secret ballots, and of open ones, there is nothing here.
  votes: `SELECT * FROM (SELECT x.held_on || '/' || x.id || '/' || (of.one->>'seatId') AS at, x.id AS ballot_id, of.one->>'seatId' AS seat_id,
      h.organisation->>'ko' AS organisation_ko, h.organisation->>'en' AS organisation_en, s.sector, of.one->>'choice' AS choice
    FROM ballot_row x CROSS JOIN LATERAL jsonb_array_elements(COALESCE(x.outcome->'choices', '[]')) AS of(one)
    LEFT JOIN seat_held h ON h.forum_id = x.forum_id AND h.seat_id::text = of.one->>'seatId'
    LEFT JOIN seat_row s ON s.forum_id = x.forum_id AND s.seat_id::text = of.one->>'seatId' WHERE ${OF_EITHER}) each ${BY_KEY}`,
  decisions: `SELECT * FROM (SELECT x.decided_on || '/' || x.id AS at, x.id AS decision_id, x.matter, x.decided_on, x.text_id AS text,
      x.dissent, x.ballot_id, x.meeting_id FROM decision_row x WHERE ${OF_EITHER}) each ${BY_KEY}`,
  seats: `SELECT * FROM (SELECT s.sector || '/' || s.seat_id AS at, s.seat_id, h.organisation->>'ko' AS organisation_ko,
      h.organisation->>'en' AS organisation_en, s.sector, h.position, s.from_day AS "from", s.until_day AS until
    FROM seat_row s JOIN seat_held h USING (forum_id, seat_id) WHERE $1::uuid IS NOT NULL AND s.forum_id = $2::uuid) each ${BY_KEY}`,
  rules: `SELECT * FROM (SELECT lpad(x.version::text, 6, '0') AS at, x.version, x.adopted_on, (x.rules->>'quorum')::float AS quorum,
      x.rules->>'parity' AS parity, x.rules->>'majority' AS majority, x.rules->>'ballots' AS ballots, x.text_id AS text
    FROM rules_row x WHERE $1::uuid IS NOT NULL AND x.forum_id = $2::uuid) each ${BY_KEY}`,
  institutions: `SELECT * FROM (SELECT i.code || '/' || i.id || '/' || n.from_day AS at, i.id AS institution_id, i.code,
      i.kind AS institution_kind, n.name->>'ko' AS name_ko, n.name->>'en' AS name_en, n.from_day AS named_from, i.succeeded_on,
      i.obligations_to FROM institution_row i JOIN institution_name n ON n.institution_id = i.id
    WHERE $1::uuid IS NOT NULL AND i.forum_id = $2::uuid) each ${BY_KEY}`,
};
