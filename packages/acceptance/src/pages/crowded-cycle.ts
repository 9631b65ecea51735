import { ClusterContributions, CycleCommitments, DraftResponse, ReleaseResponses } from '@madang/contracts';
import { until } from '@madang/testing';
import { v5 as uuidv5 } from 'uuid';
import { openPortal } from '../portal/portal.ts';
import { castOf } from '../rehearsal/cast.ts';
import { idsOf } from '../rehearsal/ids.ts';
import { written } from '../rehearsal/rehearsal.ts';
import { type HeldRehearsal, holdRehearsal, smallCycle } from './held-rehearsal.ts';

/** A cycle in its consultation, with everything on it that makes pages long. */
export type CrowdedCycle = {
  readonly held: HeldRehearsal;
  readonly asRole: (role: string, institutionId?: string) => Promise<{ readonly cookie: string }>;
  readonly commitmentId: string;
  readonly institutionId: string;
  readonly contributionId: string;
  /** In a cluster of a thousand that has a draft. */
  readonly clusterId: string;
  readonly consultationId: string;
  readonly proposalId: string;
};

const CLUSTER = 1_000;
const SMALL_CLUSTERS = 60;
const IN_SMALL = 20;
const words = [
  ...['버스 도착 정보', '회의록 공개', '예산 집행 내역', '청년 참여', '공공데이터 품질', '대기질 측정 자료'],
  ...[
    '민원 처리 기한',
    '학교 급식 정보',
    '의료기관 평가',
    '지역 주민 설명회',
    '정책 담당자 이름',
    '개방 형식',
  ],
];
const opinion = (n: number): string =>
  `의견 ${n}: ${words[n % 12]}에 관하여 ${words[(n * 7 + 5) % 12]}까지 함께 ${n % 3 ? '공개해' : '점검해'} 주십시오. 지금은 어디에 물어야 하는지 알 수 없고 답을 듣기까지 ${(n % 40) + 5}일이 걸립니다. `.repeat(
    1 + (n % 4),
  );

/** Fills a cycle with contributions by the import of the secretariat's desk, then clusters, drafts and releases some. */
export const crowdedCycle = async (
  portalUrl: string,
  run: string,
  many: number,
  say: (line: string) => void = () => {},
): Promise<CrowdedCycle> => {
  const held = holdRehearsal(smallCycle, portalUrl, run);
  const { now } = await held.until(({ stage }) => stage === 'consultation');
  const { forumId, cycleId } = held;
  const [ids, portal] = [idsOf(run), openPortal(portalUrl)];
  const { secretariat } = castOf(smallCycle, ids);
  const asRole: CrowdedCycle['asRole'] = async (role, institutionId) => {
    const answer = await fetch(`${portalUrl}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ personId: ids.of(`person/${role}`), roles: [role] },
        ...(institutionId ? { institutionId } : {}),
      }),
    });
    return { cookie: `madang-session=${((await answer.json()) as { readonly token: string }).token}` };
  };
  const headers = await asRole('secretariat');
  const send = async (path: string, body: FormData | URLSearchParams): Promise<string> => {
    const answer = await fetch(`${portalUrl}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
    const to = answer.headers.get('location');
    if (answer.status !== 303 || !to) throw new Error(`${path} was answered ${answer.status}`);
    return to;
  };

  const lines = Array.from(
    { length: many },
    (_, n) => `${(n % smallCycle.commitments.length) + 1},"${opinion(n)}",${now.slice(0, 10)},서면`,
  );
  const file = new FormData();
  file.set('id', ids.of('file'));
  file.set(
    'file',
    new Blob([`과제,의견,받은 날,경로\r\n${lines.join('\r\n')}\r\n`], { type: 'text/csv' }),
    'a.csv',
  );
  const begun = performance.now();
  const uploaded = await send(`/ko/desk/import-contributions/${cycleId}`, file);
  const [preview = ''] = uploaded.split('?');
  const staged = performance.now();
  const rows = String(many);
  await send(`${preview}/commit`, new URLSearchParams({ id: ids.of('commit'), rows }));
  const importId = preview.split('/').at(-1) ?? '';
  const contributionIdOf = (n: number): string => uuidv5(`row/${n + 2}`, importId);
  const shown = async (path: string): Promise<boolean> => (await fetch(`${portalUrl}${path}`)).status === 200;
  const last = `/ko/contributions/${contributionIdOf(many - 1)}`;
  const committed = performance.now();
  await until(() => shown(last), { within: 180_000, what: 'the last contribution on its page' });
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(1);
  say(
    `${many} contributions: staged in ${seconds(begun, staged)} s, accepted in ${seconds(staged, committed)} s, shown after ${seconds(committed, performance.now())} s`,
  );

  const matters = await portal.query(secretariat, CycleCommitments, { cycleId });
  const consultationId = matters.consultationId ?? '';
  const cluster = async (name: string, from: number, members: number, drafted: boolean): Promise<string> => {
    const clusterId = ids.of(`cluster/${name}`);
    const contributionIds = Array.from({ length: members }, (_, n) => contributionIdOf(from + n));
    await portal.must(secretariat, ClusterContributions, ids.of(`ask/cluster/${name}`), {
      ...{ forumId, consultationId, clusterId, contributionIds, theme: `${words[from % 12]} (${name})` },
    });
    if (drafted)
      await portal.must(secretariat, DraftResponse, ids.of(`ask/draft/${name}`), {
        ...{ forumId, consultationId, clusterId, responseId: ids.of(`draft/${name}`), contributionIds: [] },
        ...{ outcome: 'partly-adopted' as const, changedCommitmentIds: [] },
        reason: written(`${name}: 할 수 있는 것부터 합니다. `.repeat(10)),
      });
    return clusterId;
  };
  const clusterId = await cluster('many', 0, Math.min(CLUSTER, Math.floor(many / 4)), true);
  const from = many - SMALL_CLUSTERS * IN_SMALL;
  for (let n = 0; n < SMALL_CLUSTERS; n += 1)
    await cluster(`small-${n}`, from + n * IN_SMALL, IN_SMALL, n % 4 > 0);
  const released = Array.from({ length: SMALL_CLUSTERS / 2 }, (_, n) => n).filter((n) => n % 4 > 0);
  await portal.must(secretariat, ReleaseResponses, ids.of('ask/release'), {
    ...{ forumId, consultationId, releaseId: ids.of('release'), authority: 'secretariat' as const },
    responseIds: released.map((n) => ids.of(`draft/small-${n}`)),
  });
  const answered = `/ko/contributions/${contributionIdOf(from + IN_SMALL)}`;
  await until(async () => (await (await fetch(`${portalUrl}${answered}`)).text()).includes('일부 반영'), {
    ...{ within: 30_000, what: 'the released answers on their pages' },
  });
  const proposals = await (await fetch(`${portalUrl}/ko/cycles/${cycleId}/proposals`)).text();
  return {
    ...{ held, asRole, clusterId, consultationId, commitmentId: ids.of('commitment/1') },
    institutionId: held.institutionId(smallCycle.commitments[0]?.lead ?? ''),
    contributionId: contributionIdOf(Math.floor(many / 2)),
    proposalId: /\/ko\/proposals\/([0-9a-f-]{36})/.exec(proposals)?.[1] ?? '',
  };
};
