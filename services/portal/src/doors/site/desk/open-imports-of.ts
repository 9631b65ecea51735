import { OpenImports } from '@madang/contracts';
import type { OpenImport } from '../../../pages/desk/open-imports.tsx';
import type { Context } from './desk-form.ts';
import type { CycleGround } from './grounds.ts';

/** Imports of a cycle that were staged and not decided upon; none for whoever may not know. */
export const openImportsOf = async (
  { deps, actor }: Context,
  { cycleId, forumId }: CycleGround,
): Promise<readonly OpenImport[]> => {
  if (!actor.roles.includes('secretariat')) return [];
  const answer = await deps.asker.query(
    { type: OpenImports.type, actor, after: {}, body: { forumId } },
    4_500,
  );
  if (answer.status !== 200) return [];
  const { desk } = deps.site;
  const found: OpenImport[] = [];
  for (const one of OpenImports.result.parse(answer.result).imports) {
    const of =
      one.importKind === 'contributions'
        ? (await desk.consultation(one.ofId))?.cycleId
        : await desk.cycleOfCall(one.ofId);
    if (of === cycleId) found.push(one);
  }
  return found;
};
