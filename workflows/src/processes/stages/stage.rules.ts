import type { DatedStage, Stage, StageDates } from '@madang/contracts';
import type { Matters, Standing } from '../../activities/index.ts';

/** The stages of a cycle that have dates, and a process, in their order. */
export const datedStages = ['drafting', 'consultation', 'response', 'approval', 'monitoring'] as const;

/** The process under whose care a stage is: submission belongs to approval, assessment to monitoring. */
export const careOf = (stage: Stage): DatedStage | undefined => {
  if (stage === 'submission') return 'approval';
  if (stage === 'assessment') return 'monitoring';
  return datedStages.find((one) => one === stage);
};

/** The stage whose turn it is after another; the first when none has begun. */
export const nextStage = (stage: DatedStage | undefined): DatedStage | undefined =>
  datedStages[stage === undefined ? 0 : datedStages.indexOf(stage) + 1];

export const datesOf = (standing: Pick<Standing, 'stages'>, stage: DatedStage): StageDates | undefined =>
  standing.stages.find((one) => one.stage === stage);

/** Whether what must have happened before a stage has happened; its own gate is decided by forums. */
export const isReadyFor = (stage: DatedStage, standing: Pick<Standing, 'sealed' | 'submitted'>): boolean => {
  if (stage === 'approval') return standing.sealed; // OGP 4.1
  if (stage === 'monitoring') return standing.submitted;
  return true;
};

/** Institutions that lead a commitment, each with its commitments, in a lasting order. */
export const leadsOf = (
  matters: Pick<Matters, 'commitments'>,
  which: (commitment: Matters['commitments'][number]) => boolean,
): readonly { readonly institutionId: string; readonly commitmentIds: readonly string[] }[] => {
  const leads = new Map<string, string[]>();
  for (const one of matters.commitments.filter(which))
    leads.set(one.leadInstitutionId, [...(leads.get(one.leadInstitutionId) ?? []), one.commitmentId]);
  return [...leads]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([institutionId, commitmentIds]) => ({ institutionId, commitmentIds: commitmentIds.sort() }));
};
