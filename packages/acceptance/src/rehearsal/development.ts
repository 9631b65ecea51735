import { DraftCommitment, ErasePerson, OpenCycle, PublishTimetable, RecordOutreach } from '@madang/contracts';
import { commitmentIdOf, templateOf } from './cycle-matters.ts';
import { inLanes } from './in-lanes.ts';
import { takeProposals } from './proposals.ts';
import type { Rehearsal } from './rehearsal.ts';

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
