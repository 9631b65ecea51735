import { names } from '@madang/contracts/names';
import type { Asker } from '@madang/messaging';
import { nextStage } from '../processes/next-stage.rules.ts';
import type { Commitments, StageName, Standing } from '../processes/stage-time.ts';
import { askOwner, stageOf, type Wanted } from './wanted.ts';

/** How a process is, by Temporal's own word: `lost` if it ended otherwise than by itself. */
export type Life = 'running' | 'completed' | 'lost' | 'none';
export type LifeOf = (processId: string) => Promise<Life>;

type Found = Standing & { readonly forumId: string; readonly clock: 'wall' | 'stepped' };
const stages: readonly string[] = ['drafting', 'consultation', 'response', 'approval', 'monitoring'];
export const isStage = (processId: string): boolean => stages.includes(processId.split('/')[0] ?? '');

const byFacts = async (asker: Asker, cycleId: string) => {
  const found = await askOwner<Found>(asker, names.cycleStanding, { cycleId });
  if (!found || found.closed) return undefined;
  const said = await askOwner<Commitments>(asker, names.cycleCommitments, { cycleId });
  const { forumId, clock } = found;
  return { stage: nextStage(found, said ?? null, new Set()), cycle: { forumId, cycleId, clock } };
};

/** Facts tell that drafting has ended only once the consultation has begun: in between, its process tells. */
const betweenDraftingAndConsultation = async (
  cycleId: string,
  lifeOf: LifeOf,
): Promise<StageName | undefined> => {
  const consultation = await lifeOf(`consultation/${cycleId}`);
  if (consultation === 'running') return undefined;
  if (consultation === 'lost') return 'consultation';
  const drafting = await lifeOf(`drafting/${cycleId}`);
  if (drafting === 'running') return undefined;
  return drafting === 'completed' ? 'consultation' : 'drafting';
};

/** The stage that an open cycle is in and whose process is not there. @throws when an owner does not answer */
export const missingStage = async (
  asker: Asker,
  cycleId: string,
  lifeOf: LifeOf,
): Promise<Wanted | undefined> => {
  const now = await byFacts(asker, cycleId);
  if (!now || now.stage === 'timetable') return undefined;
  if (now.stage === 'drafting') {
    const stage = await betweenDraftingAndConsultation(cycleId, lifeOf);
    return stage && stageOf(stage, now.cycle);
  }
  const life = await lifeOf(`${now.stage}/${cycleId}`);
  // One that has come to its end is about to be followed by the next.
  return life === 'lost' || life === 'none' ? stageOf(now.stage, now.cycle) : undefined;
};

/** A stage, if its cycle is in it. @throws when an owner does not answer */
export const wantedStage = async (
  asker: Asker,
  processId: string,
  lifeOf: LifeOf,
): Promise<Wanted | undefined> => {
  const [stage = '', cycleId = ''] = processId.split('/');
  const now = await byFacts(asker, cycleId);
  if (!now) return undefined;
  const isAhead = now.stage === 'drafting' && stage === 'consultation';
  const isBehind = now.stage === 'drafting' && (await lifeOf(`consultation/${cycleId}`)) !== 'none';
  return isAhead || (stage === now.stage && !isBehind) ? stageOf(stage, now.cycle) : undefined;
};
