import {
  type Actor,
  CycleCommitments,
  CycleStanding,
  ForumTable,
  InstitutionOn,
  ObligationsOf,
  OpenCycles,
  PROCESS_ACTOR_ID,
  type Query,
  ResponseCoverage,
  type ResultOf,
} from '@madang/contracts';
import type { Asker } from '@madang/messaging';

const portal: Actor = { id: PROCESS_ACTOR_ID, roles: ['operator'] };
const MOST = 20;

type Obligation = ResultOf<typeof ObligationsOf>['obligations'][number];
export type CycleView = {
  readonly standing: ResultOf<typeof CycleStanding>;
  readonly coverage: ResultOf<typeof ResponseCoverage> | undefined;
  readonly awaited: readonly (Obligation & { readonly name: { readonly ko: string; readonly en: string } })[];
};
export type ForumView = {
  readonly table: ResultOf<typeof ForumTable>;
  readonly cycles: readonly CycleView[];
};
/** `whole` is false when a service did not answer: what is known is shown, and that something is missing. */
export type Standing = { readonly forums: readonly ForumView[]; readonly whole: boolean };

/** What the status page shows, asked from the services at the moment it is looked at. */
export const standingNow = async (asker: Asker): Promise<Standing> => {
  let whole = true;
  const ask = async <Q extends Query>(query: Q, body: object): Promise<ResultOf<Q> | undefined> => {
    const answer = await asker.query({ type: query.type, actor: portal, body }, 3_000);
    if (answer.status === 503) whole = false;
    return answer.status === 200 ? (answer.result as ResultOf<Q>) : undefined;
  };
  const nameOf = async (institutionId: string, on: string) =>
    (await ask(InstitutionOn, { institutionId, on }))?.name ?? {
      ko: institutionId.slice(0, 8),
      en: institutionId.slice(0, 8),
    };

  const cycleView = async (cycleId: string): Promise<CycleView | undefined> => {
    const standing = await ask(CycleStanding, { cycleId });
    if (!standing) return undefined;
    const consultationId = (await ask(CycleCommitments, { cycleId }))?.consultationId;
    const coverage = consultationId ? await ask(ResponseCoverage, { consultationId }) : undefined;
    const open = (await ask(ObligationsOf, { cycleId, state: 'open', limit: 50 }))?.obligations ?? [];
    const awaited = await Promise.all(
      open.map(async (one) => ({ ...one, name: await nameOf(one.actingInstitutionId, one.dueOn) })),
    );
    return { standing, coverage, awaited };
  };

  const open = await ask(OpenCycles, {});
  const forums: ForumView[] = [];
  for (const { forumId } of (open?.forums ?? []).slice(-MOST)) {
    const table = await ask(ForumTable, { forumId });
    if (!table) continue;
    const own = (open?.cycles ?? []).filter((one) => one.forumId === forumId).slice(0, MOST);
    const cycles = (await Promise.all(own.map((one) => cycleView(one.cycleId)))).filter(
      (one) => one !== undefined,
    );
    forums.push({ table, cycles });
  }
  return { forums, whole };
};
