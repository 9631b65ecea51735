import type { Agenda } from '../agenda/agenda.ts';
import { type Asks, asksOf } from './asking.ts';
import { commitmentActivities } from './commitment-activities.ts';
import { forumActivities } from './forum-activities.ts';
import { instantActivities } from './instants.ts';
import { ministryActivities } from './ministry-activities.ts';
import { restActivities } from './rest-activities.ts';

export type { Done } from './asking.ts';
export type { Matters } from './commitment-activities.ts';
export type { Standing } from './forum-activities.ts';
export type { Monitoring, Window } from './instants.ts';
export type { Calendar } from './ladder.ts';
export type { Imposes, Owed } from './ministry-activities.ts';
export type { OpenBallot } from './rest-activities.ts';
export { asksOf };

/** Everything a process can have done: each activity sends one command, asks one query, or computes instants. */
export const makeActivities = (to: {
  readonly asks: Asks;
  readonly agenda: Agenda;
  readonly wallNow: () => number;
}) => ({
  ...forumActivities(to.asks),
  ...commitmentActivities(to.asks),
  ...ministryActivities(to.asks),
  ...instantActivities(),
  ...restActivities(to.agenda, to.wallNow),
});
export type Activities = ReturnType<typeof makeActivities>;
