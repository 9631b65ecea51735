import { asks } from '../course/asks.ts';
import type { Start } from '../course/words.ts';
import { datesOf } from './stage.rules.ts';
import { beginStage, tellStory } from './stage-course.ts';

/** Everybody may contribute to the drafts until the intake closes. */
export const consultation = async (given: Start): Promise<void> => {
  let open = false;

  await tellStory('consultation', given, {
    place: () => ({
      stage: 'consultation',
      waitingFor: open ? 'the close of the intake' : 'the opening of the consultation',
      awaited: [],
      next: open ? 'close the consultation' : 'open the consultation',
    }),
    story: async (on) => {
      const { closesAt } = await beginStage(on, 'consultation');
      const { commitments } = await asks.cycleMatters(on.about());
      const commitmentIds = commitments
        .filter(({ state }) => state === 'draft')
        .map(({ commitmentId }) => commitmentId)
        .sort();
      await on.ask(`open-consultation/${closesAt}`, (asking) =>
        asks.openConsultation({ ...asking, commitmentIds, closesAt }),
      );
      open = true;
      await on.until((standing) => datesOf(standing, 'consultation')?.closesAt);
      await on.ask('close-consultation', (asking) => asks.closeConsultation(asking));
    },
  });
};
