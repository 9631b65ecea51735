import {
  CycleCommitments,
  DeclineProposal,
  DraftCommitment,
  ErasePerson,
  MergeProposals,
  OpenCycle,
  PublishTimetable,
  ReceiveProposal,
  RecordOutreach,
} from '@madang/contracts';
import type { CommitmentOrder } from '../scenario/scenario.ts';
import { inLanes } from './in-lanes.ts';
import { type Rehearsal, written } from './rehearsal.ts';

export const commitmentIdOf = ({ ids }: Rehearsal, number: number): string => ids.of(`commitment/${number}`);
export const milestoneIdOf = ({ ids }: Rehearsal, number: number, at: number): string =>
  ids.of(`milestone/${number}/${at + 1}`);

/** What the processes have opened for the cycle. */
export const cycleMatters = (r: Rehearsal) =>
  r.portal.query(r.cast.operator, CycleCommitments, { cycleId: r.cycleId });

/** A commitment in the template of OGP, as its lead institution hands it in. */
export const templateOf = (
  r: Rehearsal,
  {
    number,
    title,
    lead,
    supporters,
    values,
    sdgTargets,
    problem,
    solution,
    results,
    milestones,
  }: CommitmentOrder,
  revised = '',
) => ({
  number,
  title,
  periodFrom: r.scenario.cycle.startsOn,
  periodUntil: r.scenario.cycle.endsOn,
  leadInstitutionId: r.ids.of(`institution/${lead}`),
  supporters,
  values,
  sdgTargets,
  problem: written(problem.ko),
  solution: written(solution.ko + revised),
  results: written(results.ko),
  milestones: milestones.map(({ name, dueOn }, at) => ({
    milestoneId: milestoneIdOf(r, number, at),
    name,
    dueOn,
    leadInstitutionId: r.ids.of(`institution/${lead}`),
  })),
});

const openCycle = (r: Rehearsal): void => {
  const { scenario, forumId, cycleId, cast, ids, agenda, at } = r;
  const {
    opensOn,
    startsOn,
    endsOn,
    years,
    previousPlanEndedOn,
    timetablePublishedOn,
    stages,
    opportunities,
    outreach,
    name,
  } = scenario.cycle;
  agenda.put(
    at(opensOn, 10),
    'the cycle is opened',
    async () =>
      void (await r.ask(cast.secretariat, OpenCycle, 'cycle', {
        forumId,
        cycleId,
        name: { ko: `${name.ko} (리허설)`, en: `${name.en} (rehearsal)` },
        startsOn,
        endsOn,
        years,
        ...(previousPlanEndedOn === undefined ? {} : { previousPlanEndedOn }),
      })),
  );
  agenda.put(
    at(timetablePublishedOn, 10),
    'the timetable is published',
    async () =>
      void (await r.ask(cast.secretariat, PublishTimetable, 'timetable', {
        forumId,
        cycleId,
        stages,
        opportunities,
      })),
  );
  for (const [index, { on, channel, audience }] of outreach.entries())
    agenda.put(
      at(on, 11),
      `outreach to ${audience}`,
      async () =>
        void (await r.ask(cast.secretariat, RecordOutreach, `outreach/${index}`, {
          forumId,
          cycleId,
          outreachId: ids.of(`outreach/${index}`),
          on,
          channel,
          audience,
        })),
    );
};

const takeProposals = (r: Rehearsal): void => {
  const { scenario, forumId, cycleId, cast, ids, agenda, at } = r;
  const { proposals, contributions } = scenario;
  if (proposals === undefined) return;
  const { given, on, decidedOn } = proposals;
  agenda.put(at(on, 10), `${given.length} proposals are handed in`, async () => {
    const { callId } = await cycleMatters(r);
    if (callId === null)
      throw new Error(`There is no call for proposals on ${on}: the process of drafting has not opened it.`);
    await inLanes(
      [...given.entries()],
      ([, { proposal }]) => proposal,
      async ([index, { proposal, title, body, lang, channel, theme }]) => {
        const contributor = cast.citizen((index % contributions.citizens) + 1);
        await r.ask(
          channel === 'online' ? contributor : cast.secretariat,
          ReceiveProposal,
          `proposal/${proposal}`,
          {
            forumId,
            cycleId,
            callId,
            proposalId: ids.of(`proposal/${proposal}`),
            channel,
            contributorId: contributor.id,
            contributorKind: 'person',
            receivedOn: on,
            title: written(title, lang),
            ...(body === undefined ? {} : { body: written(body, lang) }),
            ...(theme === undefined ? {} : { theme }),
          },
        );
      },
    );
  });
  agenda.put(at(decidedOn, 10), 'proposals are merged and declined', () =>
    inLanes(
      given,
      ({ proposal, fate }) => (fate.is === 'merged' ? fate.into : proposal),
      async ({ proposal, fate }) => {
        const proposalId = ids.of(`proposal/${proposal}`);
        if (fate.is === 'merged')
          await r.ask(cast.secretariat, MergeProposals, `merge/${proposal}`, {
            forumId,
            intoProposalId: ids.of(`proposal/${fate.into}`),
            proposalIds: [proposalId],
            reason: written('같은 내용의 제안입니다.'),
          });
        if (fate.is === 'declined')
          await r.ask(cast.secretariat, DeclineProposal, `decline/${proposal}`, {
            forumId,
            proposalId,
            reasonCode: fate.because,
            reason: written('실행계획에 담을 내용이 없습니다.'),
          });
      },
    ),
  );
};

/** From the opening of the cycle to the drafts. */
export const development = (r: Rehearsal): void => {
  const { scenario, forumId, cycleId, cast, ids, agenda, at } = r;
  openCycle(r);
  takeProposals(r);
  agenda.put(at(scenario.draftedOn, 10), `${scenario.commitments.length} commitments are drafted`, () =>
    inLanes(
      scenario.commitments,
      ({ number }) => String(number),
      async (order) => {
        const from =
          scenario.proposals?.given.filter(
            ({ fate }) => fate.is === 'part-of' && fate.commitment === order.number,
          ) ?? [];
        await r.ask(cast.post(order.lead), DraftCommitment, `draft/${order.number}`, {
          forumId,
          cycleId,
          commitmentId: commitmentIdOf(r, order.number),
          draft: templateOf(r, order),
          fromProposals: from.map(({ proposal }) => ids.of(`proposal/${proposal}`)),
        });
      },
    ),
  );
  for (const { citizen, on } of scenario.erased)
    agenda.put(
      at(on, 12),
      `citizen ${citizen} is erased`,
      async () =>
        void (await r.ask(cast.citizen(citizen), ErasePerson, `erase/${citizen}`, {
          forumId,
          personId: cast.citizen(citizen).id,
        })),
    );
};
