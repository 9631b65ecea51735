import {
  CallOpened,
  CommitmentWithdrawn,
  ContributorErased,
  CycleOpened,
  EraseContributor,
  ForumFounded,
  FoundForum,
  OpenCall,
  OpenCycle,
  ProposalReceived,
  ReceiveProposal,
} from '@madang/contracts';
import {
  accepted,
  aggregate,
  alreadySo,
  answers,
  ask,
  copy,
  defineService,
  happened,
  reaction,
  refused,
  unknown,
} from '@madang/decider';
import type { Db } from '@madang/record';

/** The walking skeleton: two services small enough to see every joint of the house at work. */
const there = <S>(type: string) =>
  aggregate<S>(type, (state, event) => ({ ...state, ...(event.data as object) }) as S);

const forum = there<{ readonly zone: string }>('forum');
const cycle = there<{ readonly cycleId: string }>('cycle');

export const forums = defineService({
  name: 'forums',
  aggregates: [forum, cycle],
  answers: [
    answers(FoundForum, {
      on: (body) => forum.ref(body.forumId),
      decide: ({ body }, { self }) =>
        self ? alreadySo() : accepted(happened(forum.ref(body.forumId), ForumFounded, body)),
    }),
    answers(OpenCycle, {
      on: (body) => cycle.ref(body.cycleId),
      reads: (body) => [forum.ref(body.forumId)],
      decide: ({ body }, { self, of }) => {
        if (self) return refused('cycle-already-open', 'Choose another id.', { cycleId: body.cycleId });
        if (!of(forum.ref(body.forumId))) return unknown('forum', body.forumId);
        return accepted(
          happened(cycle.ref(body.cycleId), CycleOpened, {
            ...body,
            rulePack: 'ogp-2022',
            zone: 'Asia/Seoul',
            country: 'KR',
            clock: 'wall',
          }),
        );
      },
    }),
  ],
  responds: [],
  projections: [],
  hears: {},
  tells: [ForumFounded, CycleOpened],
});

const call = there<{ readonly callId: string }>('call');
const proposal = there<{ readonly proposalId: string }>('proposal');
const contributor = there<{ readonly contributorId: string }>('contributor');
export const poison = { cycleId: '' };

/** Opens a call by itself when a cycle opens. */
export const commitments = defineService<{ readonly db: Db }>({
  name: 'commitments',
  aggregates: [call, proposal, contributor, there('commitment')],
  answers: [
    answers(OpenCall, {
      on: (body) => call.ref(body.callId),
      decide: ({ body }, { self }) =>
        self ? alreadySo() : accepted(happened(call.ref(body.callId), CallOpened, body)),
    }),
    answers(ReceiveProposal, {
      on: (body) => proposal.ref(body.proposalId),
      reads: (body) => [call.ref(body.callId)],
      sealsUnder: (body) => body.contributorId,
      decide: ({ body }, { self, of }) => {
        if (self) return alreadySo();
        if (!of(call.ref(body.callId))) return unknown('call', body.callId);
        return accepted(happened(proposal.ref(body.proposalId), ProposalReceived, body));
      },
    }),
    answers(EraseContributor, {
      on: (body) => contributor.ref(body.contributorId),
      decide: ({ body }, { self }) =>
        self
          ? alreadySo()
          : accepted(
              happened(contributor.ref(body.contributorId), ContributorErased, {
                ...body,
                keyIds: [body.contributorId],
              }),
            ),
    }),
  ],
  responds: [],
  projections: [],
  hears: {
    forums: [
      copy(CycleOpened, async (_rows: { readonly db: Db }, facts) => {
        if (facts.some((fact) => fact.data.cycleId === poison.cycleId)) throw new Error('poison');
      }),
      reaction(CycleOpened, async ({ data }) => [
        ask(OpenCall, 'open-call', data.forumId, {
          forumId: data.forumId,
          callId: data.cycleId,
          cycleId: data.cycleId,
          closesAt: '2027-01-01T00:00:00.000Z',
        }),
      ]),
    ],
  },
  tells: [CallOpened, ProposalReceived, ContributorErased, CommitmentWithdrawn],
});
