import { factNames } from '@madang/contracts/names';
import { asks } from '../course/asks.ts';
import type { Start } from '../course/words.ts';
import { imposeAll } from './impose.ts';
import { datesOf, leadsOf } from './stage.rules.ts';
import { beginStage, tellStory } from './stage-course.ts';

/** Every contribution gets its reasoned response; the consultation is sealed when none is missing. OGP 4.1 */
export const response = async (given: Start): Promise<void> => {
  let begun = false;
  let hints = 1;
  let tried = 0;
  let atClose = false;
  let awaited: readonly string[] = [];

  await tellStory('response', given, {
    place: () => ({
      stage: 'response',
      waitingFor: begun ? 'a published response to every contribution' : 'the opening of the stage response',
      awaited,
      next: begun ? 'seal the consultation' : 'ask the lead institutions for reasoned responses',
    }),
    hear: (fact) => {
      if (fact.type === factNames.responsePublished || fact.type === factNames.responseWaived) hints += 1;
    },
    story: async (on) => {
      const dates = await beginStage(on, 'response');
      begun = true;
      const matters = await asks.cycleMatters(on.about());
      const { consultationId } = matters;
      const leads = leadsOf(matters, ({ contributions }) => contributions > 0);
      awaited = leads.map(({ institutionId }) => institutionId);
      const subject = consultationId === null ? {} : { consultationId };
      await imposeAll(
        on,
        leads.map(({ institutionId, commitmentIds }) => ({
          institutionId,
          kind: 'reasoned-response' as const,
          subject: { ...subject, commitmentIds: [...commitmentIds] },
          dueOn: dates.closesOn,
        })),
      );
      if (consultationId === null) return;
      tried = hints;

      while (!on.standing().sealed) {
        const closing = (standing = on.standing()) => datesOf(standing, 'response')?.closesAt;
        const came = await on.until(
          (standing) => (atClose ? undefined : closing(standing)),
          (standing) => standing.sealed || hints !== tried,
        );
        if (on.standing().sealed) return;
        if (came === 'come') atClose = true;
        tried = hints;
        const attempt = `seal/${on.version()}${atClose ? '/at-close' : ''}`;
        const sealed = await on.ask(attempt, (asking) =>
          asks.sealConsultation({ ...asking, consultationId }),
        );
        if (sealed.refused === undefined) return;
      }
    },
  });
};
