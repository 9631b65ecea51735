import { LinkOpened, NoticeDelivered, NoticeRaised, NoticeRead } from '@madang/contracts';
import { projection } from '@madang/decider';

export type NoticeRow = {
  readonly id: string;
  readonly personId: string;
  readonly forumId: string;
  readonly about: string;
  readonly obligationId: string | null;
  readonly ballotId: string | null;
  readonly submissionId: string | null;
  readonly commitmentId: string | null;
  readonly reasonCode: string | null;
  readonly requirement: string | null;
  readonly dueOn: string | null;
  readonly raisedAt: string;
  readonly sequence: bigint;
  readonly mail: string;
  readonly toldAt: string;
};
export type NoticeStep = {
  readonly sequence: number;
  readonly noticeId: string;
  readonly what: 'raised' | 'accepted' | 'refused' | 'bounced' | 'not-needed' | 'opened' | 'read';
  /** Instant of the forum's clock. */
  readonly at: string;
  readonly attempt: number | null;
};
export type NoticeWriter = {
  readonly addNotices: (rows: readonly NoticeRow[]) => Promise<void>;
  readonly addSteps: (steps: readonly NoticeStep[]) => Promise<void>;
  readonly markRead: (ids: readonly string[]) => Promise<void>;
  readonly markOpened: (ids: readonly string[]) => Promise<void>;
  readonly markMail: (id: string, mail: string, attempts: number) => Promise<void>;
};

type Told = {
  readonly sequence: number;
  readonly time: string;
  readonly data: { readonly noticeId: string };
};
const stepped = (what: NoticeStep['what'], { sequence, time, data }: Told, attempt?: number): NoticeStep => ({
  ...{ sequence, noticeId: data.noticeId, what, at: time, attempt: attempt ?? null },
});

export const noticeProjections = [
  projection(NoticeRaised, async (rows: NoticeWriter, facts) => {
    await rows.addSteps(facts.map((fact) => stepped('raised', fact)));
    await rows.addNotices(
      facts.map(({ data, time, recordedat, sequence }) => ({
        id: data.noticeId,
        personId: data.personId,
        forumId: data.forumId,
        about: data.about,
        obligationId: data.obligationId ?? null,
        ballotId: data.ballotId ?? null,
        submissionId: data.submissionId ?? null,
        commitmentId: data.commitmentId ?? null,
        reasonCode: data.reasonCode ?? null,
        requirement: data.requirement ?? null,
        dueOn: data.dueOn ?? null,
        raisedAt: time,
        sequence: BigInt(sequence),
        mail: data.byMail ? 'waiting' : 'none',
        toldAt: recordedat,
      })),
    );
  }),
  projection(NoticeRead, async (rows: NoticeWriter, facts) => {
    await rows.addSteps(facts.map((fact) => stepped('read', fact)));
    await rows.markRead(facts.map(({ data }) => data.noticeId));
  }),
  projection(LinkOpened, async (rows: NoticeWriter, facts) => {
    await rows.addSteps(facts.map((fact) => stepped('opened', fact)));
    await rows.markOpened(facts.map(({ data }) => data.noticeId));
  }),
  projection(NoticeDelivered, async (rows: NoticeWriter, facts) => {
    await rows.addSteps(facts.map((fact) => stepped(fact.data.outcome, fact, fact.data.attempt)));
    for (const { data } of facts)
      await rows.markMail(data.noticeId, data.outcome === 'refused' ? 'waiting' : data.outcome, data.attempt);
  }),
];
