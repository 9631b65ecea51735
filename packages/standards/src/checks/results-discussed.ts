import type { CycleFacts } from '../cycle-facts.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';
import { countedPerYear } from './counted-per-year.ts';

/** OGP 5.1: two meetings with civil society on results in each 12 months of implementation. */
export const resultsDiscussed = (
  pack: RulePack,
  { asOf, implementation, resultsMeetingsOn: days }: CycleFacts,
): Finding => {
  if (implementation === null || implementation.startsOn > asOf) {
    return {
      status: 'not-yet',
      why: 'implementation-not-begun',
      evidence: { startsOn: implementation?.startsOn ?? null },
    };
  }
  return countedPerYear({
    from: implementation.startsOn,
    until: implementation.endsOn,
    asOf,
    days,
    atLeast: pack.monitoringMeetingsPerYear,
  });
};
