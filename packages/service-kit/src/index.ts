export { serveHealth } from './health.ts';
export { invalid, issuesOf } from './issues.ts';
export { faultFacts, type Logger, makeLog } from './log.ts';
export { type Gauge, METRICS, type Meters, type OwnGauges, openMeters } from './metrics.ts';
export { type Opening, type OpenService, openService } from './open-service.ts';
export { runService } from './run-service.ts';
export { secretSetting } from './secret-setting.ts';
export { readSettings, type Settings } from './settings.ts';
