import { ClusterNamed } from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';
import { begun, is } from '../fact-is.ts';
import type { Cluster } from './state.ts';

const evolve = (state: Cluster | undefined, event: DomainEvent): Cluster => {
  if (!is(event, ClusterNamed)) return begun(state);
  const { forumId, clusterId, consultationId, contributionIds } = event.data;
  return { forumId, clusterId, consultationId, contributionIds };
};

export const cluster = aggregate('cluster', evolve);
