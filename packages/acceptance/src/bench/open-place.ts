import { randomUUID } from 'node:crypto';
import { until } from '@madang/testing';

const name = { ko: '시험', en: 'Trial' };
const text = (words: string) => ({ lang: 'ko', text: words });

/** Where a contribution goes, and the headers of somebody who may send it. */
export type Place = {
  readonly address: {
    readonly forumId: string;
    readonly consultationId: string;
    readonly commitmentId: string;
  };
  readonly headers: Readonly<Record<string, string>>;
};

const asking = async (portalUrl: string) => {
  const secretariat = { personId: randomUUID(), roles: ['secretariat', 'operator'] };
  const signedIn = await fetch(`${portalUrl}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(secretariat),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const ask = async (path: string, body: object): Promise<void> => {
    const once = async (): Promise<number> =>
      (await fetch(`${portalUrl}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
        .status;
    await until(async () => (await once()) === 200, { within: 20_000, what: path });
  };
  return { headers, ask };
};

/** A consultation that is open, with one draft. */
export const openPlace = async (portalUrl: string): Promise<Place> => {
  const { headers, ask } = await asking(portalUrl);
  const [forumId, cycleId, commitmentId, consultationId, institutionId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const year = new Date().getUTCFullYear();
  await ask('forums/found-forum', {
    forumId,
    name,
    level: 'national',
    zone: 'Asia/Seoul',
    country: 'KR',
    languages: ['ko', 'en'],
    rulePack: 'ogp-2022',
  });
  await ask('forums/open-cycle', {
    forumId,
    cycleId,
    name,
    startsOn: `${year}-01-01`,
    endsOn: `${year + 1}-12-31`,
    years: 2,
  });
  const milestones = [
    { milestoneId: randomUUID(), name, dueOn: `${year + 1}-06-30`, leadInstitutionId: institutionId },
  ];
  const draft = {
    number: 1,
    title: name,
    periodFrom: `${year}-01-01`,
    periodUntil: `${year + 1}-12-31`,
    leadInstitutionId: institutionId,
    values: ['transparency'],
    problem: text('문제'),
    solution: text('해결'),
    results: text('결과'),
    milestones,
  };
  await ask('commitments/draft-commitment', { forumId, cycleId, commitmentId, draft });
  await ask('commitments/open-consultation', {
    forumId,
    consultationId,
    cycleId,
    commitmentIds: [commitmentId],
    closesAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  });
  return { address: { forumId, consultationId, commitmentId }, headers };
};
