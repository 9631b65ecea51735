import {
  CommitmentTemplate,
  Completion,
  DatedStage,
  Day,
  InstitutionKind,
  Lang,
  MeetingKind,
  ObligationKind,
  OfficialName,
  Outcome,
  RulePackId,
  Sector,
  VotingRules,
} from '@madang/contracts';
import { z } from 'zod';

const slug = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'must be a short name of letters, digits and hyphens');
const span = z.strictObject({ from: Day, until: Day });
const inTwoLanguages = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) });
const count = z.int().min(0).max(2_000);

/** How an institution answers what it owes; days are calendar days before or after the due day. */
export const Conduct = z.discriminatedUnion('does', [
  z.strictObject({ does: z.literal('prompt'), daysBefore: count.default(4) }),
  z.strictObject({ does: z.literal('late'), daysAfter: count.min(1) }),
  z.strictObject({ does: z.literal('silent') }),
  z.strictObject({ does: z.literal('delegates'), to: slug, daysBefore: count.default(3) }),
  z.strictObject({
    does: z.literal('asks-extension'),
    askDaysBefore: count,
    days: count.min(1),
    daysBefore: count.default(1),
  }),
  z.strictObject({ does: z.literal('is-returned'), daysBefore: count.default(6), days: count.min(1) }),
]);
export type Conduct = z.output<typeof Conduct>;

/** The first rule that fits counts; `window` numbers a reporting window. */
const ConductRule = z.strictObject({
  institution: slug,
  kinds: z.array(ObligationKind).min(1).optional(),
  windows: z.array(z.int().min(1)).min(1).optional(),
  conduct: Conduct,
});

/** `count` seats or institutions of one kind are written once and numbered. */
const SeatOrder = z.strictObject({
  seat: slug,
  count: z.int().min(1).max(100).optional(),
  organisation: OfficialName,
  sector: Sector,
  institution: slug.optional(),
  position: z.enum(['member', 'co-chair', 'ex-officio']).default('member'),
});

const Vote = z.enum(['yes', 'no', 'abstain', 'absent']);
export type Vote = z.output<typeof Vote>;

const BallotOrder = z.strictObject({
  ballot: slug,
  opensOn: Day,
  closesOn: Day,
  /** How each sector votes; a seat named under `seats` votes otherwise. */
  sectors: z.partialRecord(Sector, Vote).default({}),
  seats: z.record(slug, Vote).default({}),
  recused: z.array(slug).default([]),
  /** What the rules of procedure make of it: checked against the record. */
  carries: z.boolean(),
});

/** Something that a rule must refuse. */
const Trial = z.strictObject({
  on: Day,
  tries: z.enum(['seal-consultation', 'begin-approval', 'approve-plan', 'submit-plan', 'contribute-late']),
  expects: slug,
  why: z.string(),
});
export type Trial = z.output<typeof Trial>;

const MilestoneOrder = z.strictObject({
  name: OfficialName,
  dueOn: Day,
  /** Completion in each reporting window, the last one staying. */
  progress: z.array(Completion).min(1),
});

const CommitmentOrder = z.strictObject({
  number: z.int().min(1).max(500),
  title: OfficialName,
  lead: slug,
  supporters: z.array(z.strictObject({ name: OfficialName, sector: Sector })).default([]),
  values: CommitmentTemplate.shape.values,
  sdgTargets: z.array(z.string()).default([]),
  problem: inTwoLanguages,
  solution: inTwoLanguages,
  results: inTwoLanguages,
  milestones: z.array(MilestoneOrder).min(1),
});
export type CommitmentOrder = z.output<typeof CommitmentOrder>;

const Fate = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('part-of'), commitment: z.int() }),
  z.strictObject({ is: z.literal('merged'), into: slug }),
  z.strictObject({
    is: z.literal('declined'),
    because: z.enum([
      'empty',
      'duplicate',
      'out-of-scope',
      'not-feasible',
      'already-done',
      'abusive',
      'other',
    ]),
  }),
]);
export const ProposalOrder = z.strictObject({
  proposal: slug,
  title: z.string().min(1),
  body: z.string().min(1).optional(),
  lang: Lang,
  channel: z.enum(['online', 'meeting', 'paper', 'mail']).default('online'),
  theme: z.string().optional(),
  fate: Fate,
});
export type ProposalOrder = z.output<typeof ProposalOrder>;

/** A whole action plan cycle as it is to be rehearsed: who takes part, what they write, who keeps their days and who does not. */
export const Scenario = z.strictObject({
  about: z.string(),
  forum: z.strictObject({
    name: OfficialName,
    level: z.enum(['national', 'local']).default('national'),
    zone: z.string(),
    country: z.enum(['KR', 'none']),
    languages: z.array(Lang).min(1),
    rulePack: RulePackId,
    startsOn: Day,
  }),
  rules: z.strictObject({ adoptedOn: Day, voting: VotingRules }),
  institutions: z.array(z.strictObject({ code: slug, name: OfficialName, kind: InstitutionKind })).min(1),
  seats: z.strictObject({
    mandate: span,
    members: z.array(SeatOrder).min(1),
    handedOver: z.array(z.strictObject({ seat: slug, on: Day })).default([]),
    vacated: z.array(z.strictObject({ seat: slug, on: Day })).default([]),
    filled: z.array(SeatOrder.extend({ on: Day })).default([]),
  }),
  workingGroups: z
    .array(
      z.strictObject({
        group: slug,
        name: OfficialName,
        seats: z.array(slug),
        outsiders: z.partialRecord(Sector, count).default({}),
      }),
    )
    .default([]),
  meetings: z
    .array(
      z.strictObject({
        meeting: slug,
        on: Day,
        kind: MeetingKind,
        group: slug.optional(),
        withCivilSociety: z.boolean().default(true),
      }),
    )
    .default([]),
  repositoryUpdatedOn: z.array(Day).default([]),
  cycle: z.strictObject({
    name: OfficialName,
    opensOn: Day,
    startsOn: Day,
    endsOn: Day,
    years: z.union([z.literal(2), z.literal(4)]),
    previousPlanEndedOn: Day.optional(),
    timetablePublishedOn: Day,
    stages: z.array(z.strictObject({ stage: DatedStage, opensOn: Day, closesOn: Day })).min(1),
    opportunities: z
      .array(
        z.strictObject({
          opportunityKind: z.enum(['call', 'meeting', 'hearing', 'survey', 'online']),
          on: Day,
        }),
      )
      .default([]),
    outreach: z
      .array(
        z.strictObject({
          on: Day,
          channel: z.enum(['press', 'web', 'social', 'letter', 'event', 'broadcast']),
          audience: z.string(),
        }),
      )
      .default([]),
  }),
  proposals: z
    .strictObject({
      on: Day,
      decidedOn: Day,
      /** A CSV file of real proposals, from the top folder of the house; `given` stands in when it is not there. */
      source: z.string().optional(),
      /** Which words of a real proposal's title lead to which commitment. */
      sorting: z
        .array(z.strictObject({ commitment: z.int(), words: z.array(z.string()).min(1) }))
        .default([]),
      given: z.array(ProposalOrder).default([]),
    })
    .optional(),
  draftedOn: Day,
  commitments: z.array(CommitmentOrder).min(1),
  contributions: z.strictObject({
    seed: z.int(),
    count,
    citizens: z.int().min(1),
    organisations: z.int().min(0).default(0),
    on: z.array(Day).min(1),
    /** `{title}` stands for the commitment's title, `{n}` for the number of the contribution. */
    templates: z.array(z.strictObject({ theme: slug, lang: Lang, text: z.string() })).min(1),
    setAside: count.default(0),
    waived: count.default(0),
  }),
  responses: z.strictObject({
    /** One outcome and reason per theme; a cluster of a commitment's contributions on it shares the answer. */
    byTheme: z.record(slug, z.strictObject({ outcome: Outcome, reason: inTwoLanguages })),
    releasedOn: z.array(Day).min(1),
    /** The secretariat answers in the place of institutions that have not. */
    completedOn: Day,
  }),
  ballots: z.array(BallotOrder).min(1),
  submittedOn: Day.optional(),
  trials: z.array(Trial).default([]),
  erased: z.array(z.strictObject({ citizen: z.int().min(1), on: Day })).default([]),
  conduct: z.array(ConductRule).default([]),
  endsOn: Day,
});
export type Scenario = z.output<typeof Scenario>;
