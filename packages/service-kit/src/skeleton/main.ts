import { pgDatabase } from '@madang/testing';
import { runService } from '../run-service.ts';
import { commitments, forums } from './services.ts';

/** Runs one service of the skeleton as a process of its own, so that specs can kill it. */
const how = { connect: pgDatabase, rows: (db: unknown) => ({ db }) as never };
if (process.argv[2] === 'forums') await runService(forums, how);
else await runService(commitments, how);
