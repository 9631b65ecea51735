import type { ObligationKind } from '@madang/contracts';
import { type Name, type NamedFrom, nameOn } from '../domain/name-on.ts';
import { type Page, PER_PAGE } from './contributions.ts';
import type { DutyFound } from './institution.ts';

export type AwaitedRows = {
  /** Open duties of a cycle: those for which more time is asked first, then by due day. `after` is the last one seen. */
  readonly openDutiesOf: (
    cycleId: string,
    of: { readonly kind?: ObligationKind | undefined; readonly after?: string | undefined },
    take: number,
  ) => Promise<readonly DutyFound[]>;
  readonly namesOf: (institutionIds: readonly string[]) => Promise<ReadonlyMap<string, readonly NamedFrom[]>>;
};
export type AwaitedDuty = DutyFound & {
  /** Who acts, and who stays answerable where another acts. */
  readonly who: Name;
  readonly answerable: Name | undefined;
  readonly standing: 'awaited' | 'overdue' | 'silent';
};

/** Who is awaited in a cycle until when, a page at a time. */
export const awaitedIn = async (
  rows: AwaitedRows,
  cycleId: string,
  {
    today,
    kind,
    cursor,
    take = PER_PAGE,
  }: {
    readonly today: string;
    readonly kind?: ObligationKind;
    readonly cursor?: string | undefined;
    readonly take?: number;
  },
): Promise<Page<AwaitedDuty>> => {
  const found = await rows.openDutiesOf(cycleId, { kind, after: cursor }, take + 1);
  const page = found.slice(0, take);
  const named = await rows.namesOf(page.flatMap((one) => [one.institutionId, one.actingInstitutionId]));
  const nameOf = (id: string): Name =>
    nameOn(named.get(id) ?? [], today) ?? { ko: id.slice(0, 8), en: id.slice(0, 8) };
  return {
    items: page.map((one) => ({
      ...one,
      who: nameOf(one.actingInstitutionId),
      answerable: one.actingInstitutionId === one.institutionId ? undefined : nameOf(one.institutionId),
      standing: one.silent ? 'silent' : one.late || one.dueOn < today ? 'overdue' : 'awaited',
    })),
    next: found.length > take ? (page.at(-1)?.id ?? null) : null,
  };
};
