import type { Database } from '@madang/record';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/prisma/client.ts';

/** The portal's own schema under its own role, as `url` says. */
export const connect = (url: string): Database & { readonly $disconnect: () => Promise<void> } =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: url }, { schema: 'portal' }) });
