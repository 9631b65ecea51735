import { z } from 'zod';
import { Sector } from '../forums/words.ts';
import { Day, freeText, Id, OfficialName, TextRef, word } from '../kernel/primitives.ts';

export const Channel = z.enum(['online', 'meeting', 'paper', 'mail']);
export const ContributorKind = z.enum(['person', 'organisation']);
/** Outcome of a contribution, each given with a reason. OGP 4.1. */
export const Outcome = z.enum([
  'adopted',
  'partly-adopted',
  'merged',
  'already-covered',
  'not-adopted',
  'out-of-scope',
]);
export type Outcome = z.infer<typeof Outcome>;
/** The IRM's five values of completion. */
export const Completion = z.enum([
  'no-evidence-available',
  'not-started',
  'limited',
  'substantial',
  'complete',
]);
export type Completion = z.infer<typeof Completion>;
export const OgpValue = z.enum([
  'transparency',
  'participation',
  'accountability',
  'technology',
  'inclusion',
]);
export const Clause = z.enum(['title', 'problem', 'solution', 'results', 'milestones', 'leads', 'other']);

export const Milestone = z.strictObject({
  milestoneId: Id,
  name: OfficialName,
  dueOn: Day,
  leadInstitutionId: Id,
  expectedOutput: freeText(5_000, 'public').optional(),
  contactPostId: Id.optional(),
});
export const MilestoneFact = z.object({
  milestoneId: Id,
  name: OfficialName,
  dueOn: Day,
  leadInstitutionId: Id,
  expectedOutput: TextRef.optional(),
  contactPostId: Id.optional(),
});

export const Supporter = z.strictObject({ name: OfficialName, sector: Sector, institutionId: Id.optional() });

const template = {
  number: z.int().min(1).max(500),
  title: OfficialName,
  periodFrom: Day,
  periodUntil: Day,
  leadInstitutionId: Id,
  supporters: z.array(Supporter).max(50),
  values: z.array(OgpValue).min(1).max(5),
  sdgTargets: z.array(word(10)).max(20),
  /** What it is about, in the words by which proposals are sorted. */
  themes: z.array(word(60)).max(10).optional(),
  budgetLink: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
};

/** A commitment in the OGP template as it is handed in; at least one milestone with due date and lead. */
export const CommitmentTemplate = z.strictObject({
  ...template,
  supporters: template.supporters.default([]),
  sdgTargets: template.sdgTargets.default([]),
  problem: freeText(20_000, 'public'),
  solution: freeText(20_000, 'public'),
  results: freeText(20_000, 'public'),
  milestones: z.array(Milestone).min(1).max(50),
});
export const CommitmentFact = z.object({
  ...template,
  problem: TextRef,
  solution: TextRef,
  results: TextRef,
  milestones: z.array(MilestoneFact),
});

export const EvidenceLink = z.strictObject({
  evidenceKind: z.literal('link'),
  link: z.url({ protocol: /^https?$/ }).max(1000),
});
/** A file is uploaded at the portal and never crosses NATS: only its hash, type and size do. At most 50 MiB. */
export const EvidenceFile = z.strictObject({
  evidenceKind: z.literal('file'),
  sha256: z.hex().length(64),
  mediaType: word(120),
  bytes: z
    .int()
    .min(1)
    .max(50 * 1024 * 1024),
});
export const Evidence = z.discriminatedUnion('evidenceKind', [EvidenceLink, EvidenceFile]);

export const AboutOneself = z.strictObject({
  region: word(10).optional(),
  ageBand: z.enum(['under-19', '19-34', '35-49', '50-64', '65-plus']).optional(),
  gender: z.enum(['woman', 'man', 'other']).optional(),
  disability: z.enum(['yes', 'no']).optional(),
});
