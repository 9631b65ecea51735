import { type Actor, PROCESS_ACTOR_ID, RolesOf } from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import type { Session } from '../../queries/sessions.ts';
import type { Ending } from './session-keeper.ts';

const PATIENCE = 2_000;
const clock: Actor = { id: PROCESS_ACTOR_ID, roles: ['process'] };

/**
 * Whether people still says what a session was begun with: the way in stands for the same person, who has every role of it in
 * the same forum and for the same institution today. `operators`: ways in whose persons are operators everywhere.
 */
export const endingOf =
  (asker: Asker, operators: readonly string[], today: () => string) =>
  async ({ actor, signInId }: Session): Promise<Ending | undefined> => {
    if (signInId === null) return undefined;
    const body = { signInId, on: today() };
    const answer = await asker.query({ type: RolesOf.type, actor: clock, after: {}, body }, PATIENCE);
    if (answer.status !== 200) throw Object.assign(new Error('people is away'), { statusCode: 503 });
    const { personId, erased, roles } = RolesOf.result.parse(answer.result);
    if (erased) return 'person-erased';
    if (personId !== actor.id) return 'role-ended';
    if (actor.forumIds === undefined) return operators.includes(signInId) ? undefined : 'role-ended';
    const held = roles
      .filter((one) => actor.forumIds?.includes(one.forumId))
      .filter((one) => (one.institutionId ?? undefined) === actor.institutionId)
      .map((one) => one.role);
    return actor.roles.every((role) => held.includes(role)) ? undefined : 'role-ended';
  };
