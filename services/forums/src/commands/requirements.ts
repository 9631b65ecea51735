import { dayOf } from '@madang/calendar';
import { RequirementAtRisk, StateRequirementAtRisk } from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { rulePack } from '@madang/standards';
import { coChairsOn, forum, riskTold } from '../domain/forum/forum.ts';
import { seatWatches } from '../domain/forum/watch-seats.ts';

const on = (body: { readonly forumId: string }) => forum.ref(body.forumId);

/** A requirement is missed only when its last day is over in the forum's zone. OGP 1.1, 2.2 */
export const stateRequirementAtRisk = answers(StateRequirementAtRisk, {
  on,
  decide: ({ body, now }, { self }) => {
    if (!self) return unknown('forum', body.forumId);
    const { requirement, dueOn, risk } = body;
    const today = dayOf(now, self.zone);
    const told = (as: typeof risk): boolean => self.risksTold.includes(riskTold(requirement, dueOn, as));
    if (told(risk) || told('missed')) return alreadySo();
    const known = [...rulePack(self.rulePack).requirements.map((one) => one.id), ...seatWatches];
    if (!known.includes(requirement))
      return refused(
        'requirement-not-asked',
        'Neither the rule pack of this forum nor the house asks for it.',
        {
          requirement,
        },
      );
    if (risk === 'missed' && today <= dueOn)
      return refused('requirement-not-missed-yet', 'State it when its last day is over.', { today, dueOn });
    return accepted(happened(on(body), RequirementAtRisk, { ...body, toPersonIds: coChairsOn(self, today) }));
  },
});
