import { type DataOf, RepairRecorded } from '@madang/contracts';
import { projection } from '@madang/decider';

export type RepairRow = Omit<DataOf<typeof RepairRecorded>, 'repairId'> & {
  readonly id: string;
  readonly at: string;
  readonly sequence: bigint;
};
export type RepairWriter = { readonly addRepairs: (rows: readonly RepairRow[]) => Promise<void> };

/** The log of repairs. Its time is the wall's: an operator acts there, also on a forum whose clock is stepped. */
export const repairProjections = [
  projection(RepairRecorded, (rows: RepairWriter, facts) =>
    rows.addRepairs(
      facts.map(({ data: { repairId: id, ...rest }, recordedat: at, sequence }) => ({
        ...{ id, ...rest, at, sequence: BigInt(sequence) },
      })),
    ),
  ),
];
