import { randomUUID } from 'node:crypto';
import { type Actor, Contribute, DraftCommitment, OpenConsultation } from '@madang/contracts';
import { type Room, secretariat, theClock } from './room.ts';

export const text = (words: string) => ({ lang: 'ko' as const, text: words });

export const template = (number: number, leadInstitutionId: string, milestoneIds: readonly string[]) => ({
  number,
  title: { ko: `공약과제 ${number}`, en: `Commitment ${number}` },
  periodFrom: '2026-01-01',
  periodUntil: '2027-12-31',
  leadInstitutionId,
  values: ['transparency' as const],
  problem: text('문제'),
  solution: text('해결'),
  results: text('결과'),
  milestones: milestoneIds.map((milestoneId) => ({
    milestoneId,
    name: { ko: '이정표', en: 'Milestone' },
    dueOn: '2026-12-31',
    leadInstitutionId,
  })),
});

/** A cycle with one draft under consultation. */
export const consulted = async (room: Room, closesAt = '2026-03-31T14:59:59.999Z') => {
  const cycleId = await room.openCycle();
  const [commitmentId, consultationId, leadInstitutionId] = [randomUUID(), randomUUID(), randomUUID()];
  const milestoneIds = [randomUUID(), randomUUID()];
  const drafted = await room.command(DraftCommitment, {
    cycleId,
    commitmentId,
    draft: template(1, leadInstitutionId, milestoneIds),
  });
  if (drafted.status !== 200) throw new Error(JSON.stringify(drafted));
  const opened = await room.command(
    OpenConsultation,
    { consultationId, cycleId, commitmentIds: [commitmentId], closesAt },
    theClock,
  );
  if (opened.status !== 200) throw new Error(JSON.stringify(opened));
  return { cycleId, commitmentId, consultationId, leadInstitutionId, milestoneIds };
};

export const contributing = (
  room: Room,
  to: { readonly consultationId: string; readonly commitmentId: string },
  contributionId: string,
  more: object = {},
  actor: Actor = secretariat,
) =>
  room.command(
    Contribute,
    {
      contributionId,
      consultationId: to.consultationId,
      commitmentId: to.commitmentId,
      contributorId: randomUUID(),
      contributorKind: 'person',
      channel: 'meeting',
      receivedOn: '2026-03-01',
      text: text('의견'),
      ...more,
    },
    actor,
  );
