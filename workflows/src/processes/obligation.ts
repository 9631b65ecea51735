import { factNames } from '@madang/contracts/names';
import type { Owed } from '../activities/index.ts';
import { asks, said } from './course/asks.ts';
import { takeCourse } from './course/course.ts';
import type { Start } from './course/words.ts';
import { nextRung } from './obligation.rules.ts';

/** Whoever owes something is reminded, and what stays unanswered climbs the ladder up to public silence. */
export const obligation = async (given: Start): Promise<void> => {
  let owed: Owed | undefined;
  let lastRung: Owed['lastRung'] = null;
  let stale = true;
  let suspended = false;

  const on = takeCourse(
    'obligation',
    given,
    () => {
      const rung = owed && nextRung(owed, lastRung)?.rung;
      const waitingFor = suspended ? 'the cycle to go on' : (owed?.obligationKind ?? 'its standing');
      const awaited = owed ? [owed.actingInstitutionId] : [];
      return {
        stage: rung ?? 'silent',
        waitingFor,
        awaited,
        next: rung ? `climb to ${rung}` : 'nothing more',
      };
    },
    (fact) => {
      stale = true;
      if (fact === 'look-again') suspended = false;
      else if (fact.type === factNames.cycleSuspended) suspended = true;
      else if (fact.type === factNames.cycleResumed) suspended = false;
    },
  );
  const obligationId = given.id;
  const look = async (): Promise<Owed> => {
    stale = false;
    const before = owed?.ladderVersion;
    owed = await asks.obligationStanding({ obligationId, after: on.known() });
    if (owed.ladderVersion !== before) lastRung = owed.lastRung;
    return owed;
  };
  const climb = async (rung: NonNullable<Owed['lastRung']>, ladderVersion: number): Promise<void> => {
    const { forumId } = given;
    const name = `obligation/${obligationId}/climb/${rung}/ladder-${ladderVersion}`;
    const purpose = on.purpose(name);
    const climbed = await said(
      asks.climbObligation({ forumId, purpose, after: on.known(), obligationId, rung, ladderVersion }),
    );
    if (climbed.refused === undefined) {
      on.learn(climbed.answer.known);
      lastRung = rung;
      return;
    }
    on.refused(name);
    if (climbed.refused === 'cycle-suspended') suspended = true;
    else await on.breathe();
    stale = true;
  };

  for (;;) {
    const { state, ladderVersion, ladder } = stale || owed === undefined ? await look() : owed;
    if (stale) continue;
    if (state !== 'open') {
      await on.end();
      if (!stale) return;
      continue;
    }
    const rung = nextRung({ ladder }, lastRung);
    const came = await on.rest(
      () => (suspended ? undefined : rung?.at),
      () => stale,
    );
    if (came === 'come' && rung) await climb(rung.rung, ladderVersion);
  }
};
