import type { CycleFacts } from '../cycle-facts.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';
import { countedPerYear } from './counted-per-year.ts';

/** OGP 2.1: a public site is there; open until development starts, for nobody needs it before. */
export const sitePublic = (_pack: RulePack, { asOf, sitePublishedOn, development }: CycleFacts): Finding => {
  const evidence = { sitePublishedOn, developmentStartedOn: development.startedOn };
  if (sitePublishedOn !== null && sitePublishedOn <= asOf)
    return { status: 'met', why: 'site-public', evidence };
  const started = development.startedOn !== null && development.startedOn <= asOf;
  return { status: started ? 'unmet' : 'not-yet', why: 'no-site', evidence };
};

/** OGP 2.2: the repository is updated at least twice a year, and what it links to is still there. */
export const repositoryCurrent = (pack: RulePack, facts: CycleFacts): Finding => {
  const broken = facts.repositoryLinksBroken ?? 0;
  const { asOf, assessedFrom: from, repositoryUpdatedOn: days } = facts;
  const found = countedPerYear({
    from,
    until: facts.implementation?.endsOn ?? asOf,
    asOf,
    days,
    atLeast: pack.repositoryUpdatesPerYear,
  });
  const evidence = { ...found.evidence, linksBroken: broken };
  return broken > 0 ? { status: 'unmet', why: 'links-broken', evidence } : { ...found, evidence };
};
