import {
  AccountOf,
  type Actor,
  OpenAccount,
  PersonOfSignIn,
  PROCESS_ACTOR_ID,
  PURPOSE_NAMESPACE,
  RecordSignIn,
  Role,
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

type Grant = {
  readonly forumId: string;
  readonly role: Role;
  readonly institutionId: string | null;
  readonly from: string;
  readonly until: string | null;
};
/** Offices from the roles that hold on a day: a ministry's apart for each institution, the others together by forum. */
export const officesFrom = (grants: readonly Grant[], today: string): readonly Office[] => {
  const holding = grants.filter(
    (one) => one.from <= today && (one.until === null || today <= one.until) && one.role !== 'process',
  );
  const by = Map.groupBy(holding, (one) => `${one.forumId} ${one.institutionId ?? ''}`);
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

/** What the services say of a way in: for whom it stands, and which offices that person has. Roles are never the provider's. */
export const officesOf = async (
  asker: Asker,
  signInId: string,
  today: string,
): Promise<{
  readonly personId: string;
  readonly hasAccount: boolean;
  readonly offices: readonly Office[];
}> => {
  const standsFor = await asker.query(
    { type: PersonOfSignIn.type, actor: clock, after: {}, body: { signInId } },
    PATIENCE,
  );
  if (standsFor.status !== 200) throw Object.assign(new Error('people is away'), { statusCode: 503 });
  const { personId } = PersonOfSignIn.result.parse(standsFor.result);
  const account = await asker.query(
    { type: AccountOf.type, actor: { id: personId, roles: ['citizen'] }, after: {}, body: { personId } },
    PATIENCE,
  );
  if (account.status === 404) return { personId, hasAccount: false, offices: [] };
  if (account.status !== 200) throw Object.assign(new Error('people is away'), { statusCode: 503 });
  const { roles, erased } = AccountOf.result.parse(account.result);
  return { personId, hasAccount: true, offices: erased ? [] : officesFrom(roles, today) };
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

/** That somebody came is a fact, by pseudonyms. */
export const recordSignIn = async (
  asker: Asker,
  attempt: {
    readonly forumId: string;
    readonly attemptId: string;
    readonly signInId: string;
    readonly personId: string;
    readonly outcome: 'signed-in' | 'no-role';
  },
): Promise<void> => {
  const id = uuidv5(`sign-in/${attempt.attemptId}`, PURPOSE_NAMESPACE);
  const { forumId } = attempt;
  await asker.command(
    { id, type: RecordSignIn.type, actor: clock, forumId, correlationId: id, body: attempt },
    PATIENCE,
  );
};
