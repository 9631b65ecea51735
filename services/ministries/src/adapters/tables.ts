import type { Db } from '@madang/record';
import type { Prisma } from './generated/prisma/client.ts';

/** The tables of this service as a transaction of Prisma sees them. */
export type Tables = Prisma.TransactionClient;

/** The record hands over the transaction it works in; it is Prisma's. */
export const tablesOf = (db: Db): Tables => db as unknown as Tables;
