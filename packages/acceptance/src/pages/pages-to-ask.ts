import type { CrowdedCycle } from './crowded-cycle.ts';

export type PageToAsk = {
  readonly name: string;
  readonly path: string;
  readonly headers: Record<string, string>;
};

/** Every page of the site and its desks that shows something of a cycle, as who may see it. */
export const pagesToAsk = async (crowded: CrowdedCycle, lang: 'ko' | 'en'): Promise<readonly PageToAsk[]> => {
  const { held, asRole, commitmentId, institutionId, contributionId, clusterId, proposalId } = crowded;
  const { forumId, cycleId } = held;
  const [secretariat, ministry, operator] = [
    await asRole('secretariat'),
    await asRole('ministry', institutionId),
    await asRole('operator'),
  ];
  const page =
    (headers: Record<string, string>) =>
    (name: string, path: string): PageToAsk => ({
      ...{ name, path: `/${lang}${path}`, headers },
    });
  const [anybody, desk, inbox, console] = [page({}), page(secretariat), page(ministry), page(operator)];
  const cycle = `/cycles/${cycleId}`;
  return [
    anybody('home', ''),
    anybody('forum', `/forums/${forumId}`),
    anybody('cycle', cycle),
    anybody('browse', `${cycle}/browse`),
    anybody('open data', `${cycle}/data`),
    anybody('moderation', `${cycle}/moderation`),
    anybody('proposals', `${cycle}/proposals`),
    anybody('proposal', `/proposals/${proposalId}`),
    anybody('propose', `${cycle}/propose`),
    anybody('contributions', `${cycle}/contributions`),
    anybody('contributions of a ministry', `${cycle}/contributions?ministry=${institutionId}`),
    anybody('contributions by outcome', `${cycle}/contributions?outcome=partly-adopted`),
    anybody('contributions of a commitment', `${cycle}/contributions?commitment=${commitmentId}`),
    anybody('contribution', `/contributions/${contributionId}`),
    anybody('commitment', `/commitments/${commitmentId}`),
    anybody('contribute', `/commitments/${commitmentId}/contribute`),
    anybody('institution', `/institutions/${institutionId}`),
    anybody('search, in half of all', `/search?q=${encodeURIComponent('공개해')}`),
    anybody('search, in all', `/search?q=${encodeURIComponent('주십시오')}`),
    anybody('search, page 40', `/search?q=${encodeURIComponent('주십시오')}&cursor=1000`),
    anybody('search, two words', `/search?q=${encodeURIComponent('버스 대기질')}`),
    anybody('search, in none', `/search?q=${encodeURIComponent('무지개다리')}`),
    anybody('sign-in', '/sign-in'),
    desk('desk', '/desk'),
    desk('desk of the forum', `/desk/forums/${forumId}`),
    desk('table of the forum', `/desk/forums/${forumId}/table`),
    desk('institutions of the forum', `/desk/forums/${forumId}/institutions`),
    desk('desk of the cycle', `/desk${cycle}`),
    desk('answer desk', `/desk${cycle}/answers`),
    desk('answer desk of a commitment', `/desk${cycle}/answers?commitment=${commitmentId}`),
    desk('cluster of 1,000', `/desk/clusters/${clusterId}`),
    desk('answer to a cluster', `/desk/answer-cluster/${clusterId}`),
    desk('answer to one, with those alike', `/desk/answer/${contributionId}`),
    desk('set aside', `/desk/set-aside/${contributionId}`),
    desk('timetable', `/desk/timetable/${cycleId}`),
    desk('import', `/desk/import-contributions/${cycleId}`),
    desk('receive on paper', `/desk/receive-contribution/${cycleId}`),
    inbox('inbox', '/inbox'),
    inbox('notices', '/notices'),
    inbox('webhooks', '/webhooks'),
    console('console', '/console'),
  ];
};
