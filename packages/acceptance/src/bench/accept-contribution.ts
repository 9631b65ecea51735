import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, type System } from '@madang/local';
import { until } from '@madang/testing';
import { type Figure, figure } from './figure.ts';
import { perSecond } from './load.ts';

const MANY = 3_000;
const WARM = 300;
const name = { ko: '시험', en: 'Trial' };
const text = (words: string) => ({ lang: 'ko', text: words });

type Place = { readonly forumId: string; readonly consultationId: string; readonly commitmentId: string };

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
const openPlace = async (ask: (path: string, body: object) => Promise<void>): Promise<Place> => {
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
  return { forumId, consultationId, commitmentId };
};

const contributions = (place: Place, headers: Record<string, string>, many: number) => {
  const receivedOn = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: many }, (_, index) => {
    const body = {
      ...place,
      contributionId: randomUUID(),
      contributorId: randomUUID(),
      contributorKind: 'person',
      channel: 'mail',
      receivedOn,
      text: text(`의견 ${index}: 정보를 더 일찍 공개해 주십시오. `.repeat(4)),
    };
    return { headers: { ...headers, 'idempotency-key': randomUUID() }, body: JSON.stringify(body) };
  });
};

/** Where contributions go, once it is open. */
export const prepareContributions = async (system: System): Promise<Place> =>
  openPlace((await asking(system.portalUrl)).ask);

/** Accepting contributions over HTTP, against a bare Fastify + zod + one insert on the same PostgreSQL. */
export const acceptContribution = async (
  system: System,
  place: Place,
  how: { readonly id: string; readonly what: string; readonly goal: number },
): Promise<Figure> => {
  const { headers } = await asking(system.portalUrl);
  const port = await freePort();
  const bare = fork(fileURLToPath(new URL('./bare-server.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: system.engines.postgres.url, PORT: String(port) },
  });
  await once(bare, 'message');
  const [ourUrl, bareUrl] = [
    `${system.portalUrl}/api/commitments/contribute`,
    `http://127.0.0.1:${port}/contribute`,
  ];
  for (const url of [bareUrl, ourUrl]) await perSecond(url, contributions(place, headers, WARM));
  const baseline = await perSecond(bareUrl, contributions(place, headers, MANY));
  const ours = await perSecond(ourUrl, contributions(place, headers, MANY));
  bare.kill();
  return figure({ ...how, ours, baseline, better: 'higher' });
};
