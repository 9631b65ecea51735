import { runService } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { commitments } from './service.ts';

await runService(commitments, { connect, rows });
