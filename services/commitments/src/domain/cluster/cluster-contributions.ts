import { type ClusterContributions, ClusterNamed } from '@madang/contracts';
import { accepted, alreadySo, type Decision, type Given, happened, refused, unknown } from '@madang/decider';
import type { Asks } from '../asks.ts';
import { consultation } from '../consultation/evolve.ts';
import { sealedRefusal } from '../consultation/sealed-refusal.ts';
import { type Member, memberRefusal } from '../contribution/member.ts';
import { inForum } from '../in-forum.ts';
import { cluster } from './evolve.ts';
import type { Cluster } from './state.ts';

/** Membership is explicit and stays: a contributor can always see which cluster theirs is in. */
export const clusterContributions = (
  { body }: Asks<typeof ClusterContributions>,
  { self, of, look }: Given<Cluster, readonly Member[]>,
): Decision => {
  const { clusterId, consultationId } = body;
  const held = inForum(of(consultation.ref(consultationId)), body.forumId);
  if (!held) return unknown('consultation', consultationId);
  const contributionIds = [...new Set(body.contributionIds)];
  if (self) {
    const same =
      self.contributionIds.length === contributionIds.length &&
      contributionIds.every((id) => self.contributionIds.includes(id));
    return same
      ? alreadySo()
      : refused('cluster-already-named', 'Name another cluster; this one keeps its members.', { clusterId });
  }
  return (
    sealedRefusal(held) ??
    memberRefusal(look, contributionIds, consultationId) ??
    accepted(happened(cluster.ref(clusterId), ClusterNamed, { ...body, contributionIds }))
  );
};
