import { randomUUID } from 'node:crypto';
import {
  CommitmentDrafted,
  ConsultationOpened,
  ContributionAccepted,
  CycleOpened,
  ForumFounded,
  type TextRef,
} from '@madang/contracts';
import type { Telling } from './telling.ts';

/** A forum with a cycle, one commitment and an open consultation, as facts; and texts as their service would give them. */
export const siteScene = ({ tell }: Telling) => {
  const [forumId, cycleId, institutionId, consultationId, commitmentId] = Array.from({ length: 5 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string];
  const name = { ko: '공공데이터 개방', en: 'Open public data' };
  const words = new Map<string, string>();
  const text = (said: string): TextRef => {
    const textId = randomUUID();
    words.set(textId, said);
    return { textId, lang: 'ko', length: said.length, visibility: 'public', digest: 'x' };
  };
  return {
    forumId,
    cycleId,
    institutionId,
    consultationId,
    commitmentId,
    words,
    text,
    begin: async (): Promise<void> => {
      await tell(ForumFounded, `forum/${forumId}`, {
        ...{ forumId, name, zone: 'Asia/Seoul', languages: ['ko'], startsAt: '2026-01-01T00:00:00.000Z' },
        ...({ level: 'national', country: 'KR', rulePack: 'ogp-2022', clock: 'stepped' } as const),
      });
      await tell(CycleOpened, `cycle/${cycleId}`, {
        ...{ forumId, cycleId, name, startsOn: '2026-01-01', endsOn: '2027-12-31', years: 2 },
        ...({ zone: 'Asia/Seoul', rulePack: 'ogp-2022', country: 'KR', clock: 'stepped' } as const),
      });
      await tell(CommitmentDrafted, `commitment/${commitmentId}`, {
        ...{ forumId, cycleId, commitmentId, version: 1, fromProposals: [], warnings: [] },
        draft: {
          ...{ number: 1, title: name, periodFrom: '2026-01-01', periodUntil: '2027-12-31', supporters: [] },
          ...{ leadInstitutionId: institutionId, sdgTargets: ['16.6'], values: ['transparency'] },
          ...{ problem: text('문제'), solution: text('해결'), results: text('결과') },
          milestones: [
            { milestoneId: randomUUID(), name, dueOn: '2026-12-31', leadInstitutionId: institutionId },
          ],
        },
      });
      await tell(ConsultationOpened, `consultation/${consultationId}`, {
        ...{ forumId, consultationId, cycleId, commitmentIds: [commitmentId] },
        closesAt: '2026-03-01T15:00:00.000Z',
      });
    },
    /** Somebody contributes. @returns the ids of the contribution, its text and whoever wrote it */
    contribute: async (said: string) => {
      const [contributionId, contributorId] = [randomUUID(), randomUUID()];
      const ref = text(said);
      await tell(ContributionAccepted, `contribution/${contributionId}`, {
        ...{ forumId, contributionId, consultationId, cycleId, commitmentId, contributorId, text: ref },
        ...({ contributorKind: 'person', channel: 'online', receivedOn: '2026-02-01' } as const),
      });
      return { contributionId, contributorId, textId: ref.textId };
    },
  };
};
