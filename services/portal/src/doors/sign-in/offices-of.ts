import {
  type Actor,
  OpenAccount,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
  Role,
  RolesOf,
} from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';

const PATIENCE = 4_500;
const clock: Actor = { id: PROCESS_ACTOR_ID, roles: ['process'] };

/** What somebody may act as: their roles in one forum, for one institution. Without a forum: an operator of everything. */
export const Office = z.object({
  forumId: z.uuid().nullable(),
  institutionId: z.uuid().nullable(),
  roles: z.array(Role.exclude(['process'])).min(1),
});
export type Office = z.infer<typeof Office>;

/** Whoever acts in an office; in other forums a citizen like everybody. */
export const actorIn = (personId: string, { forumId, institutionId, roles }: Office): Actor => ({
  id: personId,
  roles,
  ...(institutionId ? { institutionId } : {}),
  ...(forumId ? { forumIds: [forumId] } : {}),
});

type Held = { readonly forumId: string; readonly role: Role; readonly institutionId: string | null };
/** Offices from the roles that hold: a ministry's apart for each institution, the others together by forum. */
export const officesFrom = (held: readonly Held[]): readonly Office[] => {
  const by = Map.groupBy(held, (one) => `${one.forumId} ${one.institutionId ?? ''}`);
  return [...by.values()].flatMap((some) => {
    const [first] = some;
    const roles = [...new Set(some.map((one) => one.role))].flatMap((role) =>
      role === 'process' ? [] : [role],
    );
    return first && roles.length > 0
      ? [{ forumId: first.forumId, institutionId: first.institutionId, roles }]
      : [];
  });
};

/** What people says of a way in: for whom it stands, and which offices that person has on a day. Roles are never the provider's. */
export const officesOf = async (
  asker: Asker,
  signInId: string,
  on: string,
): Promise<{
  readonly personId: string;
  readonly hasAccount: boolean;
  readonly offices: readonly Office[];
}> => {
  const body = { signInId, on };
  const answer = await asker.query({ type: RolesOf.type, actor: clock, after: {}, body }, PATIENCE);
  if (answer.status !== 200) throw Object.assign(new Error('people is away'), { statusCode: 503 });
  const { personId, hasAccount, erased, roles } = RolesOf.result.parse(answer.result);
  return { personId, hasAccount, offices: erased ? [] : officesFrom(roles) };
};

/** Opens an account for who came for the first time, so that a role can be granted to them. */
export const openAccountFor = async (
  asker: Asker,
  personId: string,
  forumId: string,
  lang: 'ko' | 'en',
): Promise<void> => {
  const id = uuidv5(`first-sign-in/${personId}`, PURPOSE_NAMESPACE);
  const actor: Actor = { id: personId, roles: ['citizen'] };
  const body = { forumId, personId, lang };
  await asker.command({ id, type: OpenAccount.type, actor, forumId, correlationId: id, body }, PATIENCE);
};
