import { factNames } from '@madang/contracts/names';
import { asks } from '../course/asks.ts';
import type { Instant, Start } from '../course/words.ts';
import { imposeAll } from './impose.ts';
import { datesOf, leadsOf } from './stage.rules.ts';
import { beginStage, tellStory } from './stage-course.ts';

/** Proposals are called for; whoever is to lead a drafted commitment is asked whether it is feasible. */
export const drafting = async (given: Start): Promise<void> => {
  let open = false;
  /** When a commitment was drafted that no opinion has been asked on. */
  let draftedAt: Instant | undefined;
  let lookAt: Instant | undefined;

  await tellStory('drafting', given, {
    place: () => ({
      stage: 'drafting',
      waitingFor: open ? 'the close of the call' : 'the opening of drafting',
      awaited: [],
      next: open ? 'close the call for proposals' : 'open the call for proposals',
    }),
    hear: (fact) => {
      if (fact.type === factNames.commitmentDrafted) draftedAt ??= fact.at;
    },
    story: async (on) => {
      const dates = await beginStage(on, 'drafting');
      await on.ask(`open-call/${dates.closesAt}`, (asking) =>
        asks.openCall({ ...asking, closesAt: dates.closesAt }),
      );
      open = true;
      draftedAt ??= dates.opensAt;
      const closing = () => datesOf(on.standing(), 'drafting')?.closesAt;

      for (let over = false; !over; ) {
        const at = draftedAt;
        if (at !== undefined) {
          draftedAt = undefined;
          lookAt ??= await asks.morningAfter({ at, zone: on.standing().zone });
        }
        // What is drafted on a day is looked at together on the next morning, or when the stage is about to close.
        const came = await on.until(
          () => [lookAt, closing()].filter((one) => one !== undefined).sort()[0],
          () => draftedAt !== undefined && lookAt === undefined,
        );
        if (came === 'ready') continue;
        over = on.now() >= (closing() ?? on.now());
        lookAt = undefined;
        const leads = leadsOf(await asks.cycleMatters(on.about()), ({ state }) => state === 'draft');
        const dueOn = datesOf(on.standing(), 'drafting')?.closesOn ?? dates.closesOn;
        await imposeAll(
          on,
          leads.map(({ institutionId, commitmentIds }) => ({
            institutionId,
            kind: 'feasibility-opinion' as const,
            subject: { commitmentIds: [...commitmentIds] },
            dueOn,
          })),
        );
      }
      await on.ask('close-call', (asking) => asks.closeCall(asking));
    },
  });
};
