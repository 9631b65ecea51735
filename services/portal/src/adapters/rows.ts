import type { Db } from '@madang/record';
import type { CommitmentWriter } from '../copies/commitments.ts';
import type { ConsultationWriter } from '../copies/consultations.ts';
import type { CycleWriter } from '../copies/cycles.ts';
import type { ForumWriter } from '../copies/forums.ts';
import type { InstitutionWriter } from '../copies/institutions.ts';
import type { ObligationWriter } from '../copies/obligations.ts';
import type { PublicWriter } from '../copies/public-writer.ts';
import type { StandingRows } from '../queries/standing.ts';
import type { Prisma } from './generated/prisma/client.ts';
import { emptyPublicRows, publicWriters } from './public-writers.ts';
import { standingRows } from './standing-rows.ts';
import { commitmentRows, forumRows } from './writers.ts';

export type Rows = ForumWriter &
  CycleWriter &
  InstitutionWriter &
  ObligationWriter &
  ConsultationWriter &
  CommitmentWriter &
  PublicWriter &
  StandingRows;

/** Every port of the portal over the rows of one transaction. */
export const rows = (db: Db): Rows => {
  const tables = db as unknown as Prisma.TransactionClient;
  return { ...forumRows(tables), ...commitmentRows(tables), ...publicWriters(db), ...standingRows(tables) };
};

/** Empties the read model; what the listeners keep stays. */
export const emptyRows = async (db: Db): Promise<void> => {
  const tables = db as unknown as Prisma.TransactionClient;
  await tables.forumRow.deleteMany();
  await tables.seatRow.deleteMany();
  await tables.cycleRow.deleteMany();
  await tables.institutionName.deleteMany();
  await tables.obligationRow.deleteMany();
  await tables.institutionStanding.deleteMany();
  await tables.consultationRow.deleteMany();
  await tables.commitmentRow.deleteMany();
  await tables.milestoneRow.deleteMany();
  await emptyPublicRows(db);
};
