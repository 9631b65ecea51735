import { addDays, instantOfDay } from '@madang/calendar';
import type { Actor, Command, InputOf, Lang } from '@madang/contracts';
import type { Said } from '../portal/answer.ts';
import type { Portal } from '../portal/portal.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Agenda, openAgenda } from './agenda.ts';
import { type Cast, castOf } from './cast.ts';
import { type Ids, idsOf } from './ids.ts';

/** What every scene of a rehearsal works with. */
export type Rehearsal = {
  readonly scenario: Scenario;
  readonly portal: Portal;
  readonly ids: Ids;
  readonly cast: Cast;
  readonly agenda: Agenda;
  readonly forumId: string;
  readonly cycleId: string;
  /** An hour of a day in the forum's zone, `days` later or earlier when given. */
  readonly at: (day: string, hour: number, days?: number) => string;
  /** Asks for a command that must be accepted; `purpose` names its id. */
  readonly ask: <C extends Command>(
    actor: Actor,
    command: C,
    purpose: string,
    body: InputOf<C>,
  ) => Promise<Said>;
  /** A second asking of the same command by the same actor, for what may be refused. */
  readonly attempt: <C extends Command>(
    actor: Actor,
    command: C,
    purpose: string,
    body: InputOf<C>,
  ) => Promise<Said>;
};

export const written = (text: string, lang: Lang = 'ko'): { readonly lang: Lang; readonly text: string } => ({
  lang,
  text,
});

const HOUR = 3_600_000;

/** Prepares a rehearsal; nothing has been asked yet. */
export const prepareRehearsal = (scenario: Scenario, portal: Portal, run: string): Rehearsal => {
  const ids = idsOf(run);
  return {
    scenario,
    portal,
    ids,
    cast: castOf(scenario, ids),
    agenda: openAgenda(),
    forumId: ids.of('forum'),
    cycleId: ids.of('cycle'),
    at: (day, hour, days = 0) =>
      new Date(
        Date.parse(instantOfDay(addDays(day, days), 'start', scenario.forum.zone)) + hour * HOUR,
      ).toISOString(),
    ask: (actor, command, purpose, body) => portal.must(actor, command, ids.of(`ask/${purpose}`), body),
    attempt: (actor, command, purpose, body) => portal.ask(actor, command, ids.of(`ask/${purpose}`), body),
  };
};
