import {
  type DataOf,
  ObligationEscalated,
  ObligationFellDue,
  ObligationOverdue,
  ObligationReminded,
  SilenceStated,
} from '@madang/contracts';
import { type Happened, happened } from '@madang/decider';
import { type Institution, peopleAt } from './institution.ts';
import { named, type Obligation, obligation } from './obligation.ts';

const on = (self: Obligation) => obligation.ref(self.obligationId);
type Turn = (self: Obligation, acting: Institution | undefined, day: string) => Happened;
const told = (self: Obligation, toPersonIds: readonly string[]) => ({
  ...named(self),
  dueOn: self.dueOn,
  toPersonIds,
});
export const reminded =
  (rung: DataOf<typeof ObligationReminded>['rung']): Turn =>
  (self, acting, day) =>
    happened(on(self), ObligationReminded, { ...told(self, peopleAt(acting, 1, day)), rung });
const escalated =
  (level: 2 | 3): Turn =>
  (self, acting, day) =>
    happened(on(self), ObligationEscalated, { ...told(self, peopleAt(acting, level, day)), level });

/** What each rung of the ladder comes to. */
export const TURNS: Readonly<Record<string, Turn>> = {
  'due-7d': reminded('due-7d'),
  'due-3d': reminded('due-3d'),
  'due-1d': reminded('due-1d'),
  due: (self, acting, day) => happened(on(self), ObligationFellDue, told(self, peopleAt(acting, 1, day))),
  overdue: (self, acting, day) => happened(on(self), ObligationOverdue, told(self, peopleAt(acting, 1, day))),
  'escalate-1': escalated(2),
  'escalate-2': escalated(3),
  silent: (self) => happened(on(self), SilenceStated, { ...named(self), dueOn: self.dueOn }),
};
