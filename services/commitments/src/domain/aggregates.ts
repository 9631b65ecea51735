import { call } from './call/evolve.ts';
import { cluster } from './cluster/evolve.ts';
import { commitment } from './commitment/evolve.ts';
import { consultation } from './consultation/evolve.ts';
import { contribution } from './contribution/evolve.ts';
import { contributor } from './contributor/evolve.ts';
import { importChunk, imported } from './import/evolve.ts';
import { participation } from './participation/evolve.ts';
import { proposal } from './proposal/evolve.ts';
import { reportingWindow } from './reporting-window/evolve.ts';
import { response } from './response/evolve.ts';

/** Everything that is decided and locked as one. */
export const aggregates = [
  call,
  proposal,
  commitment,
  consultation,
  contribution,
  cluster,
  response,
  reportingWindow,
  participation,
  contributor,
  imported,
  importChunk,
] as const;
