import { runService } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { rows } from './adapters/rows.ts';
import { gauges } from './gauges.ts';
import { service } from './service.ts';

await runService(service, { connect, rows, gauges });
