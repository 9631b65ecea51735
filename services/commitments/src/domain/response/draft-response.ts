import { type DraftResponse, ResponseDrafted } from '@madang/contracts';
import { accepted, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import { actsFor, notYourInstitution } from '../acting.ts';
import type { Asks } from '../asks.ts';
import { cluster } from '../cluster/evolve.ts';
import { commitment } from '../commitment/evolve.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { type Member, memberRefusal } from '../contribution/member.ts';
import { inForum } from '../in-forum.ts';
import { response } from './evolve.ts';
import type { Response } from './state.ts';

/** Drafts a reasoned response for contributions or for one named cluster; until it is released it may be drafted anew. */
export const draftResponse = (
  { body, actor }: Asks<typeof DraftResponse>,
  { self, of, look }: Given<Response, readonly Member[]>,
): Decision => {
  const { forumId, responseId, consultationId, clusterId } = body;
  const held = inForum(of(consultation.ref(consultationId)), forumId);
  if (!held || (self && self.consultationId !== consultationId))
    return unknown('consultation', consultationId);
  if (self?.status === 'published')
    return refused(
      'response-already-published',
      'Correct the published text, or withdraw it with a reason.',
      { responseId },
    );
  if (self?.draftedBy && !actsFor(actor, self.draftedBy)) return notYourInstitution(self.draftedBy);
  const covered = clusterId === undefined ? undefined : inForum(of(cluster.ref(clusterId)), forumId);
  if (clusterId !== undefined && covered?.consultationId !== consultationId)
    return unknown('cluster', clusterId);
  if ((covered === undefined) === (body.contributionIds.length === 0))
    return refused('response-covers-unclear', 'Name either contributions or one cluster.', {
      contributions: body.contributionIds.length,
      clusterId: clusterId ?? null,
    });
  const contributionIds = [...new Set(covered?.contributionIds ?? body.contributionIds)];
  const refusal = sealedRefusal(held) ?? memberRefusal(look, body.contributionIds, consultationId);
  if (refusal) return refusal;
  const foreign = look.find((one) => !actsFor(actor, one.leadInstitutionId));
  if (foreign) return notYourInstitution(foreign.leadInstitutionId);
  const stray = body.changedCommitmentIds.find(
    (id) => inForum(of(commitment.ref(id)), forumId)?.cycleId !== held.cycleId,
  );
  if (stray !== undefined) return unknown('commitment', stray);
  return accepted(happened(response.ref(responseId), ResponseDrafted, { ...body, contributionIds }));
};
