import { runService } from '@madang/service-kit';
import { connect } from './adapters/connect.ts';
import { countStages } from './adapters/count-stages.ts';
import { rows } from './adapters/rows.ts';
import { service } from './service.ts';

await runService(service, { connect, rows, gauges: countStages });
