/**
 * Statements that read the data sets of a plan: $1 the cycle, $2 its forum, $3 after which row (null from the beginning on),
 * $4 how many rows at most. Columns are named as the data set names them.
 */
/** What an institution was called on a day. */
const named = (institution: string, day: string): string =>
  `(SELECT n.name FROM institution_name n WHERE n.institution_id = ${institution}
    ORDER BY n.from_day <= ${day} DESC, CASE WHEN n.from_day <= ${day} THEN n.from_day END DESC, n.from_day LIMIT 1)`;
const VERSION = `SELECT version, draft FROM commitment_version v WHERE v.commitment_id = c.id ORDER BY version DESC LIMIT 1`;
const joined = (list: string): string =>
  `(SELECT string_agg(one, ' ' ORDER BY at) FROM jsonb_array_elements_text(${list}) WITH ORDINALITY AS of(one, at))`;
const linked = (how: string): string =>
  `(SELECT string_agg(l.to_id::text, ' ' ORDER BY l.to_id) FROM proposal_link l WHERE l.from_id = p.id AND l.how = '${how}')`;
const BY_SEQUENCE = (table: string): string =>
  `${table}.sequence > COALESCE($3, '0')::bigint ORDER BY ${table}.sequence LIMIT $4::int`;
const BY_KEY = `WHERE $3::text IS NULL OR at > $3 ORDER BY at LIMIT $4::int`;
const NUMBER = `lpad(c.number::text, 6, '0') || '/' || c.id::text`;

export const planSets: Readonly<Record<string, string>> = {
  proposals: `SELECT p.sequence::text AS at, p.id AS proposal_id, p.title_text_id AS title, p.body_text_id AS body, p.theme, p.channel,
      p.contributor_kind, p.received_on, p.state, p.reason_code AS decline_code, p.reason_text_id AS reason,
      ${linked('merged-into')} AS merged_into, ${linked('split-into')} AS split_into, ${linked('part-of')} AS commitment_ids
    FROM proposal_row p WHERE $2::uuid IS NOT NULL AND p.cycle_id = $1::uuid AND ${BY_SEQUENCE('p')}`,
  contributions: `SELECT n.sequence::text AS at, n.id AS contribution_id, n.commitment_id, c.number AS commitment_number, n.clause,
      n.contributor_kind, n.channel, n.received_on, n.text_id AS text, n.state, n.reason_code, n.theme, n.cluster_id, n.outcome,
      CASE WHEN r.released_on IS NOT NULL THEN r.id END AS answer_id,
      CASE WHEN r.released_on IS NOT NULL THEN r.reason_text_id END AS answer, r.released_on AS answered_at,
      n.waived_text_id AS waived_reason,
      (SELECT string_agg(d.number || ' v' || x.version, ', ' ORDER BY d.number, x.version)
        FROM version_cause x JOIN commitment_row d ON d.id = x.commitment_id WHERE x.cause_id = n.id) AS changed_versions
    FROM contribution_row n JOIN commitment_row c ON c.id = n.commitment_id LEFT JOIN response_row r ON r.id = n.response_id
    WHERE $2::uuid IS NOT NULL AND n.cycle_id = $1::uuid AND ${BY_SEQUENCE('n')}`,
  clusters: `SELECT k.sequence::text AS at, k.id AS cluster_id, k.theme,
      (SELECT count(*)::int FROM contribution_row n WHERE n.cluster_id = k.id) AS contributions,
      (SELECT count(*)::int FROM contribution_row n WHERE n.cluster_id = k.id AND n.state = 'answered') AS answered
    FROM cluster_row k JOIN consultation_row o ON o.id = k.consultation_id
    WHERE $2::uuid IS NOT NULL AND o.cycle_id = $1::uuid AND ${BY_SEQUENCE('k')}`,
  // A draft of an answer is not public before it is released.
  answers: `SELECT r.sequence::text AS at, r.id AS answer_id, r.outcome, r.reason_text_id AS reason, r.authority, r.released_on AS answered_at,
      r.cluster_id, r.covers AS contributions, array_to_string(r.changed, ' ') AS commitment_ids
    FROM response_row r JOIN consultation_row o ON o.id = r.consultation_id
    WHERE $2::uuid IS NOT NULL AND o.cycle_id = $1::uuid AND r.released_on IS NOT NULL AND ${BY_SEQUENCE('r')}`,
  commitments: `SELECT * FROM (SELECT ${NUMBER} AS at, c.id AS commitment_id, c.number AS commitment_number, c.title->>'ko' AS title_ko,
      c.title->>'en' AS title_en, c.state, c.lead_institution_id, lead.name->>'ko' AS lead_ko, lead.name->>'en' AS lead_en,
      last.draft->>'periodFrom' AS period_from, last.draft->>'periodUntil' AS period_until, ${joined(`last.draft->'values'`)} AS ogp_values,
      ${joined(`last.draft->'sdgTargets'`)} AS sdg_targets,
      (SELECT string_agg(one, ', ') FROM jsonb_array_elements_text(COALESCE(last.draft->'themes', '[]')) AS of(one)) AS themes,
      last.draft->>'budgetLink' AS budget_link, last.version, c.national_commitment_id,
      (SELECT count(*)::int FROM milestone_row m WHERE m.commitment_id = c.id AND m.in_force) AS milestones,
      (SELECT count(*)::int FROM milestone_row m WHERE m.commitment_id = c.id AND m.in_force AND m.completion IS NOT NULL) AS milestones_reported,
      (SELECT count(*)::int FROM contribution_row n WHERE n.commitment_id = c.id) AS contributions
    FROM commitment_row c CROSS JOIN LATERAL (${VERSION}) last
    LEFT JOIN LATERAL ${named('c.lead_institution_id', `last.draft->>'periodFrom'`)} AS lead ON true
    WHERE $2::uuid IS NOT NULL AND c.cycle_id = $1::uuid) each ${BY_KEY}`,
  'commitment-versions': `SELECT * FROM (SELECT ${NUMBER} || '/' || lpad(v.version::text, 6, '0') AS at, c.id AS commitment_id,
      c.number AS commitment_number, v.version, v.how, v."on" AS written_at, v.draft->'title'->>'ko' AS title_ko,
      v.draft->'title'->>'en' AS title_en, v.draft->>'leadInstitutionId' AS lead_institution_id, lead.name->>'ko' AS lead_ko,
      lead.name->>'en' AS lead_en, v.draft->'problem'->>'textId' AS problem, v.draft->'solution'->>'textId' AS solution,
      v.draft->'results'->>'textId' AS results, v.reason_text_id AS reason,
      (SELECT string_agg(x.cause_id::text, ' ' ORDER BY x.cause_id) FROM version_cause x
        WHERE x.commitment_id = v.commitment_id AND x.version = v.version) AS because_of
    FROM commitment_version v JOIN commitment_row c ON c.id = v.commitment_id
    LEFT JOIN LATERAL ${named(`(v.draft->>'leadInstitutionId')::uuid`, `left(v."on", 10)`)} AS lead ON true
    WHERE $2::uuid IS NOT NULL AND c.cycle_id = $1::uuid) each ${BY_KEY}`,
  milestones: `SELECT * FROM (SELECT ${NUMBER} || '/' || lpad(of.at::text, 6, '0') AS at, c.id AS commitment_id, c.number AS commitment_number,
      of.one->>'milestoneId' AS milestone_id, of.at::int AS position, of.one->'name'->>'ko' AS name_ko, of.one->'name'->>'en' AS name_en,
      of.one->>'dueOn' AS due_on, of.one->>'leadInstitutionId' AS lead_institution_id, lead.name->>'ko' AS lead_ko,
      lead.name->>'en' AS lead_en, of.one->'expectedOutput'->>'textId' AS expected_output, m.completion,
      (SELECT max(p."on") FROM report_row p WHERE p.commitment_id = c.id AND p.milestone_id::text = of.one->>'milestoneId') AS reported_on
    FROM commitment_row c CROSS JOIN LATERAL (${VERSION}) last
    CROSS JOIN LATERAL jsonb_array_elements(last.draft->'milestones') WITH ORDINALITY AS of(one, at)
    LEFT JOIN milestone_row m ON m.commitment_id = c.id AND m.milestone_id::text = of.one->>'milestoneId'
    LEFT JOIN LATERAL ${named(`(of.one->>'leadInstitutionId')::uuid`, `of.one->>'dueOn'`)} AS lead ON true
    WHERE $2::uuid IS NOT NULL AND c.cycle_id = $1::uuid) each ${BY_KEY}`,
  'progress-reports': `SELECT * FROM (SELECT ${NUMBER} || '/' || p.milestone_id || '/' || p.window_id AS at, c.id AS commitment_id,
      c.number AS commitment_number, p.milestone_id, p.window_id, w.number AS window_number, p."on" AS reported_on, p.completion,
      p.progress_text_id AS progress, p.challenges_text_id AS challenges, jsonb_array_length(p.evidence)::int AS evidence
    FROM report_row p JOIN commitment_row c ON c.id = p.commitment_id LEFT JOIN window_row w ON w.id = p.window_id
    WHERE $2::uuid IS NOT NULL AND c.cycle_id = $1::uuid) each ${BY_KEY}`,
  evidence: `SELECT * FROM (SELECT ${NUMBER} || '/' || e.milestone_id || '/' || e.at AS at, c.id AS commitment_id, c.number AS commitment_number,
      e.milestone_id, e.window_number, e."on" AS added_on, e.evidence->>'evidenceKind' AS evidence_kind, e.evidence->>'link' AS link,
      e.evidence->>'sha256' AS sha256, e.evidence->>'mediaType' AS media_type, (e.evidence->>'bytes')::int AS bytes
    FROM (SELECT commitment_id, milestone_id, "on", evidence, NULL::int AS window_number, id::text AS at FROM evidence_row
      UNION ALL SELECT p.commitment_id, p.milestone_id, p."on", of.one, w.number, p.window_id || '/' || lpad(of.at::text, 3, '0')
        FROM report_row p CROSS JOIN LATERAL jsonb_array_elements(p.evidence) WITH ORDINALITY AS of(one, at)
        LEFT JOIN window_row w ON w.id = p.window_id) e
    JOIN commitment_row c ON c.id = e.commitment_id WHERE $2::uuid IS NOT NULL AND c.cycle_id = $1::uuid) each ${BY_KEY}`,
  obligations: `SELECT * FROM (SELECT o.due_on || '/' || o.id AS at, o.id AS obligation_id, o.obligation_kind, o.institution_id,
      who.name->>'ko' AS name_ko, who.name->>'en' AS name_en, o.acting_institution_id, acting.name->>'ko' AS acting_ko,
      acting.name->>'en' AS acting_en, o.state, o.due_on, o.discharged_on,
      CASE WHEN o.state = 'discharged' THEN GREATEST(o.discharged_on::date - o.due_on::date, 0) END AS days_late, o.late, o.silent,
      o.extension_asked, array_to_string(o.commitment_ids, ' ') AS commitment_ids, w.number AS window_number
    FROM obligation_row o LEFT JOIN window_row w ON w.id = o.window_id
    LEFT JOIN LATERAL ${named('o.institution_id', 'o.due_on')} AS who ON true
    LEFT JOIN LATERAL ${named('o.acting_institution_id', 'o.due_on')} AS acting ON true
    WHERE $2::uuid IS NOT NULL AND o.cycle_id = $1::uuid) each ${BY_KEY}`,
  moderation: `SELECT m.sequence::text AS at, m."on", m.what, m.contribution_id, m.proposal_id, m.reason_code, m.reason_text_id AS reason
    FROM moderation_row m WHERE $2::uuid IS NOT NULL AND (m.cycle_id = $1::uuid
      OR m.consultation_id IN (SELECT id FROM consultation_row WHERE cycle_id = $1::uuid)) AND ${BY_SEQUENCE('m')}`,
};
