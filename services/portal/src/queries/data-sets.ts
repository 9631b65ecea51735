import {
  Channel,
  Choice,
  Clause,
  Completion,
  ContributorKind,
  DatedStage,
  InstitutionKind,
  Matter,
  MeetingKind,
  ObligationKind,
  ObligationState,
  Outcome,
  Sector,
} from '@madang/contracts';

/** What the cells of a column are: `text` is somebody's words, read by the id that a row has for them; `ids` stand in one cell with spaces between. */
export type ColumnType =
  | 'id'
  | 'ids'
  | 'string'
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime';
/** A closed list of codes, and the beginning of the messages that say them. */
type Codes = { readonly from: string; readonly values: readonly string[] };
export type DataColumn = { readonly name: string; readonly type: ColumnType; readonly codes?: Codes };
export type DataSet = {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  /** The column by which a row is known, where there is one. */
  readonly key?: string;
};

const of =
  (type: ColumnType) =>
  (...names: readonly string[]): readonly DataColumn[] =>
    names.map((name) => ({ name, type }));
const [id, ids, word, text] = [of('id'), of('ids'), of('string'), of('text')];
const [count, share, flag, day, instant] = [
  ...([of('integer'), of('number'), of('boolean'), of('date'), of('datetime')] as const),
];
const code = (name: string, from: string, values: readonly string[]): readonly DataColumn[] => [
  { name, type: 'string', codes: { from, values } },
];
const set = (
  name: string,
  key: string | undefined,
  ...columns: readonly (readonly DataColumn[])[]
): DataSet => ({
  ...{ name, columns: columns.flat() },
  ...(key ? { key } : {}),
});

const COMMITMENT = [...id('commitment_id'), ...count('commitment_number')];
const TITLE = word('title_ko', 'title_en');
const LEAD = [...id('lead_institution_id'), ...word('lead_ko', 'lead_en')];
const REASON = code('reason_code', 'reasonCode', [
  ...['abusive', 'personal-data', 'spam', 'not-a-contribution', 'not-a-proposal', 'duplicate'],
]);
const AUTHORITY = code('authority', 'authority', ['plenary', 'co-chairs', 'secretariat', 'minister']);

/** Everything that is public of a cycle and of the forum that keeps it, as tables; each column is told in both languages. */
export const dataSets: readonly DataSet[] = [
  set(
    ...(['proposals', 'proposal_id', id('proposal_id'), text('title', 'body'), word('theme')] as const),
    ...[
      code('channel', 'channel', Channel.options),
      code('contributor_kind', 'kinds', ContributorKind.options),
    ],
    day('received_on'),
    code('state', 'state', ['received', 'merged', 'split', 'declined', 'part-of', 'set-aside']),
    ...[word('decline_code'), text('reason'), ids('merged_into', 'split_into', 'commitment_ids')],
  ),
  set(
    ...(['contributions', 'contribution_id', id('contribution_id'), COMMITMENT] as const),
    ...[code('clause', 'clause', Clause.options), code('contributor_kind', 'kinds', ContributorKind.options)],
    ...[code('channel', 'channel', Channel.options), day('received_on'), text('text')],
    code('state', 'state', ['accepted', 'set-aside', 'answered', 'waived']),
    ...[REASON, word('theme'), id('cluster_id', 'answer_id'), code('outcome', 'outcome', Outcome.options)],
    ...[text('answer'), instant('answered_at'), text('waived_reason'), word('changed_versions')],
  ),
  set('clusters', 'cluster_id', id('cluster_id'), word('theme'), count('contributions', 'answered')),
  set(
    ...(['answers', 'answer_id', id('answer_id'), code('outcome', 'outcome', Outcome.options)] as const),
    ...[text('reason'), AUTHORITY, instant('answered_at'), id('cluster_id')],
    ...[count('contributions'), ids('commitment_ids')],
  ),
  set(
    ...(['commitments', 'commitment_id', COMMITMENT, TITLE] as const),
    code('state', 'commitment.state', ['draft', 'adopted', 'withdrawn']),
    ...[LEAD, day('period_from', 'period_until'), word('ogp_values', 'sdg_targets', 'themes', 'budget_link')],
    ...[count('version', 'milestones', 'milestones_reported', 'contributions'), id('national_commitment_id')],
  ),
  set(
    ...(['commitment-versions', undefined, COMMITMENT, count('version')] as const),
    code('how', 'commitment.version', ['drafted', 'revised', 'amended']),
    ...[
      instant('written_at'),
      TITLE,
      LEAD,
      text('problem', 'solution', 'results', 'reason'),
      ids('because_of'),
    ],
  ),
  set(
    ...(['milestones', undefined, COMMITMENT, id('milestone_id'), count('position')] as const),
    ...[word('name_ko', 'name_en'), day('due_on'), LEAD, text('expected_output')],
    ...[code('completion', 'completion', Completion.options), day('reported_on')],
  ),
  set(
    ...(['progress-reports', undefined, COMMITMENT, id('milestone_id'), id('window_id')] as const),
    ...[count('window_number'), day('reported_on'), code('completion', 'completion', Completion.options)],
    ...[text('progress', 'challenges'), count('evidence')],
  ),
  set(
    ...(['evidence', undefined, COMMITMENT, id('milestone_id'), count('window_number')] as const),
    ...[day('added_on'), code('evidence_kind', 'evidenceKind', ['link', 'file'])],
    ...[word('link', 'sha256', 'media_type'), count('bytes')],
  ),
  set(
    ...(['obligations', 'obligation_id', id('obligation_id')] as const),
    ...[
      code('obligation_kind', 'duty', ObligationKind.options),
      id('institution_id'),
      word('name_ko', 'name_en'),
    ],
    ...[id('acting_institution_id'), word('acting_ko', 'acting_en')],
    code('state', 'obligationState', ObligationState.options),
    ...[day('due_on', 'discharged_on'), count('days_late'), flag('late', 'silent', 'extension_asked')],
    ...[ids('commitment_ids'), count('window_number')],
  ),
  set(
    ...([
      'timetable',
      undefined,
      code('stage', 'stage', DatedStage.options),
      day('opens_on', 'closes_on'),
    ] as const),
    ...[instant('opens_at', 'closes_at'), count('timetable_version')],
  ),
  set(
    ...(['deadline-moves', undefined, count('timetable_version')] as const),
    ...[
      code('stage', 'stage', DatedStage.options),
      day('opens_on', 'closes_on'),
      AUTHORITY,
      day('notice_on'),
    ],
    text('reason'),
  ),
  set(
    ...([
      'reporting-windows',
      'window_id',
      id('window_id'),
      count('window_number'),
      day('from', 'until'),
    ] as const),
    ...[instant('closes_at'), code('state', 'window', ['open', 'closed'])],
  ),
  set(
    ...(['outreach', undefined, day('on')] as const),
    code('channel', 'outreach', ['press', 'web', 'social', 'letter', 'event', 'broadcast']),
    word('audience', 'link'),
  ),
  set(
    ...(['happenings', undefined, day('on')] as const),
    code('what', 'happening', ['opportunity', 'stage', 'suspended', 'resumed', 'submitted']),
    word('detail', 'link'),
  ),
  set(
    ...([
      'meetings',
      'meeting_id',
      id('meeting_id'),
      code('meeting_kind', 'meeting', MeetingKind.options),
    ] as const),
    ...[instant('starts_at'), day('held_on'), count('attended'), flag('cancelled', 'open_to_public')],
    text('agenda', 'minutes'),
  ),
  set(
    ...(['ballots', 'ballot_id', id('ballot_id'), code('matter', 'matter', Matter.options)] as const),
    ...[day('held_on', 'closes_on'), count('entitled', 'turnout', 'yes', 'no', 'abstain')],
    flag('quorum_met', 'parity_met', 'carried'),
  ),
  set(
    ...([
      'votes',
      undefined,
      id('ballot_id', 'seat_id'),
      word('organisation_ko', 'organisation_en'),
    ] as const),
    ...[code('sector', 'sector', Sector.options), code('choice', 'choice', Choice.options)],
  ),
  set(
    ...(['decisions', 'decision_id', id('decision_id'), code('matter', 'matter', Matter.options)] as const),
    ...[day('decided_on'), text('text'), count('dissent'), id('ballot_id', 'meeting_id')],
  ),
  set(
    ...(['seats', 'seat_id', id('seat_id'), word('organisation_ko', 'organisation_en')] as const),
    code('sector', 'sector', Sector.options),
    ...[code('position', 'position', ['member', 'co-chair', 'ex-officio']), day('from', 'until')],
  ),
  set(
    ...(['rules', undefined, count('version'), day('adopted_on'), share('quorum')] as const),
    code('parity', 'parity', ['none', 'both-halves-present', 'equal-weight']),
    code('majority', 'majority', ['simple', 'two-thirds', 'consensus']),
    ...[code('ballots', 'ballots', ['roll-call', 'secret']), text('text')],
  ),
  set(
    ...(['institutions', undefined, id('institution_id'), word('code')] as const),
    ...[code('institution_kind', 'institutionKind', InstitutionKind.options), word('name_ko', 'name_en')],
    ...[day('named_from', 'succeeded_on'), id('obligations_to')],
  ),
  set(
    ...(['moderation', undefined, day('on')] as const),
    code('what', 'moderation', ['set-aside', 'restored', 'appealed', 'upheld', 'allowed']),
    ...[id('contribution_id', 'proposal_id'), REASON, text('reason')],
  ),
];
