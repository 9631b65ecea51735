import type { Actor } from '@madang/contracts';
import type { Plan } from '../domain/plan/plan.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const forumId = id(1);
export const otherForumId = id(2);
export const cycleId = id(3);
export const callId = id(4);
export const consultationId = id(5);
export const windowId = id(6);
export const ministry = id(7);
export const otherMinistry = id(8);
export const citizenId = id(9);

export const proposalIds = [id(101), id(102), id(103), id(104)] as const;
export const commitmentIds = [id(201), id(202), id(203)] as const;
export const milestoneIds = [id(301), id(302)] as const;
export const contributionIds = [id(401), id(402), id(403), id(404)] as const;
export const responseIds = [id(501), id(502)] as const;
export const clusterId = id(601);
export const evidenceId = id(701);
export const releaseId = id(801);

export const NOW = '2026-03-15T03:00:00.000Z';
export const TODAY = '2026-03-15';
export const CLOSES_AT = '2026-03-31T14:59:59.999Z';
export const LATER = '2026-04-30T14:59:59.999Z';
export const AFTERWARDS = '2026-05-01T00:00:00.000Z';

const acting = (roles: Actor['roles'], institutionId?: string): Actor => ({
  id: citizenId,
  roles,
  ...(institutionId ? { institutionId } : {}),
});
export const secretariat = acting(['secretariat']);
export const theClock = acting(['process']);
export const citizen = acting(['citizen']);
export const official = acting(['ministry'], ministry);
export const otherOfficial = acting(['ministry'], otherMinistry);

export const plan: Plan = {
  cycleId,
  forumId,
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  rulePack: 'ogp-2022',
  zone: 'Asia/Seoul',
  approvedOn: null,
  closedOn: null,
};
