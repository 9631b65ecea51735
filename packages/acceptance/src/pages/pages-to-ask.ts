import type { Role } from '@madang/contracts';
import type { CrowdedCycle } from './crowded-cycle.ts';
import { pagesOnTour } from './tour.ts';

export type PageToAsk = {
  readonly name: string;
  readonly path: string;
  readonly headers: Record<string, string>;
};

/** What is asked of a page beside its address, where more than one way is long. */
const more = ({ held, institutionId, commitmentId }: CrowdedCycle): readonly string[] => [
  ...['공개해', '주십시오', '버스 대기질', '무지개다리'].map(
    (words) => `/search?q=${encodeURIComponent(words)}`,
  ),
  `/search?q=${encodeURIComponent('주십시오')}&cursor=1000`,
  ...[`ministry=${institutionId}`, `commitment=${commitmentId}`].map(
    (chosen) => `/cycles/${held.cycleId}/contributions?${chosen}`,
  ),
];

/** Every page of the site, the desks and the console about what there is in a crowded cycle, as who may see it. */
export const pagesToAsk = async (crowded: CrowdedCycle, lang: 'ko' | 'en'): Promise<readonly PageToAsk[]> => {
  const { held, asRole, institutionId } = crowded;
  const headers = new Map<Role | undefined, Record<string, string>>([[undefined, {}]]);
  for (const role of ['secretariat', 'ministry', 'operator', 'member', 'co-chair', 'citizen'] as const)
    headers.set(role, await asRole(role, role === 'ministry' ? institutionId : undefined));
  const things = {
    ...{ forum: held.forumId, cycle: held.cycleId, institution: institutionId },
    ...{ commitment: crowded.commitmentId, contribution: crowded.contributionId },
    ...{ cluster: crowded.clusterId, proposal: crowded.proposalId, consultation: crowded.consultationId },
  };
  const onTour = pagesOnTour(things).map(({ path, as }) => ({ path, as }));
  const beside = more(crowded).map((path) => ({ path, as: undefined }));
  return [...onTour, ...beside].map(({ path, as }) => ({
    name: `${decodeURIComponent(path).replaceAll(/\/[0-9a-f-]{36}/g, '')}${as ? ` as ${as}` : ''}`,
    path: `/${lang}${path === '/' ? '' : path}`,
    headers: headers.get(as) ?? {},
  }));
};
