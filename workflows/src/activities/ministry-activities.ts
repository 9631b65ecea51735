import {
  type After,
  ClimbObligation,
  ImposeObligation,
  type InputOf,
  ObligationStanding,
  ObligationsOf,
  type ResultOf,
  SealSignOffs,
} from '@madang/contracts';
import type { Asking, Asks, Done } from './asking.ts';
import { type Calendar, ladderFor } from './ladder.ts';
import { idOf } from './purpose.ts';

type Row = ResultOf<typeof ObligationStanding>;
/** Where an obligation stands. */
export type Owed = Pick<
  Row,
  | 'state'
  | 'ladder'
  | 'ladderVersion'
  | 'lastRung'
  | 'dueOn'
  | 'obligationKind'
  | 'institutionId'
  | 'actingInstitutionId'
  | 'cycleId'
>;
type Kind = Row['obligationKind'];

export type Imposes = Omit<Asking, 'purpose'> & {
  readonly cycleId: string;
  readonly institutionId: string;
  readonly kind: Kind;
  /** Tells it from others of its kind: the number of a reporting window. */
  readonly part?: string;
  readonly subject: InputOf<typeof ImposeObligation>['subject'];
  readonly dueOn: string;
  readonly calendar: Calendar;
  readonly imposedAt: string;
};

export const ministryActivities = ({ command, query }: Asks) => ({
  obligationStanding: async (about: {
    readonly obligationId: string;
    readonly after: After;
  }): Promise<Owed> => {
    const { obligationId, after } = about;
    const row = await query(ObligationStanding, { obligationId }, after);
    const { state, ladder, ladderVersion, lastRung, dueOn, obligationKind, cycleId } = row;
    const { institutionId, actingInstitutionId } = row;
    return {
      state,
      ladder,
      ladderVersion,
      lastRung,
      dueOn,
      obligationKind,
      cycleId,
      institutionId,
      actingInstitutionId,
    };
  },
  /** Institutions that still owe something of a kind in a cycle. */
  owing: async (about: {
    readonly cycleId: string;
    readonly kind: Kind;
    readonly after: After;
  }): Promise<readonly string[]> => {
    const { cycleId, kind, after } = about;
    const owing: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await query(
        ObligationsOf,
        { cycleId, state: 'open', limit: 500, ...(cursor ? { cursor } : {}) },
        after,
      );
      owing.push(
        ...page.obligations.filter((one) => one.obligationKind === kind).map((one) => one.institutionId),
      );
      cursor = page.next;
    }
    return owing;
  },
  imposeObligation: (asking: Imposes): Promise<Done> => {
    const { forumId, after, cycleId, institutionId, kind, part, subject, dueOn, calendar, imposedAt } =
      asking;
    const name = `obligation/${cycleId}/${kind}/${institutionId}${part === undefined ? '' : `/${part}`}`;
    const ladder = [...ladderFor(calendar, dueOn, imposedAt)];
    return command(
      ImposeObligation,
      { forumId, after, purpose: `${name}/impose/${dueOn}` },
      {
        forumId,
        obligationId: idOf(name),
        cycleId,
        institutionId,
        obligationKind: kind,
        subject,
        dueOn,
        ladder,
      },
    );
  },
  climbObligation: (asking: Asking & Omit<InputOf<typeof ClimbObligation>, 'forumId'>): Promise<Done> => {
    const { forumId, obligationId, rung, ladderVersion } = asking;
    return command(ClimbObligation, asking, { forumId, obligationId, rung, ladderVersion });
  },
  sealSignOffs: (
    asking: Asking & { readonly cycleId: string; readonly institutionIds: readonly string[] },
  ): Promise<Done> =>
    command(SealSignOffs, asking, {
      forumId: asking.forumId,
      cycleId: asking.cycleId,
      institutionIds: [...asking.institutionIds],
    }),
});
