import {
  CommitmentAdopted,
  CommitmentAmended,
  CommitmentDrafted,
  CommitmentLinked,
  CommitmentRevised,
  CommitmentWithdrawn,
  EvidenceAdded,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Commitment, CommitmentDraft } from './state.ts';

const written = ({ number, leadInstitutionId, milestones }: CommitmentDraft) => ({
  number,
  leadInstitutionId,
  milestones: milestones.map((one) => ({
    milestoneId: one.milestoneId,
    dueOn: one.dueOn,
    leadInstitutionId: one.leadInstitutionId,
  })),
});

const evolve = (state: Commitment | undefined, event: DomainEvent): Commitment => {
  if (is(event, CommitmentDrafted)) {
    const { forumId, commitmentId, cycleId, version, draft } = event.data;
    return {
      forumId,
      commitmentId,
      cycleId,
      status: 'draft',
      version,
      ...written(draft),
      evidenceIds: [],
      nationalCommitmentId: null,
    };
  }
  const self = begun(state);
  if (is(event, CommitmentRevised) || is(event, CommitmentAmended))
    return { ...self, version: event.data.version, ...written(event.data.draft) };
  if (is(event, CommitmentAdopted)) return { ...self, status: 'adopted' };
  if (is(event, CommitmentWithdrawn)) return { ...self, status: 'withdrawn' };
  if (is(event, CommitmentLinked)) return { ...self, nationalCommitmentId: event.data.nationalCommitmentId };
  if (is(event, EvidenceAdded)) return { ...self, evidenceIds: [...self.evidenceIds, event.data.evidenceId] };
  return self;
};

export const commitment = aggregate('commitment', evolve);
