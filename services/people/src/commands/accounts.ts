import {
  AccountOpened,
  type Actor,
  ChangeContact,
  ContactChanged,
  ErasePerson,
  GrantRole,
  OpenAccount,
  PersonErased,
  RevokeRole,
  RoleGranted,
  RoleRevoked,
  type TextRef,
} from '@madang/contracts';
import { accepted, alreadySo, answers, type Decision, happened, refused, unknown } from '@madang/decider';
import { type Account, account, isSameRole } from '../domain/account.ts';

const on = (body: { readonly personId: string }) => account.ref(body.personId);
const sealsUnder = (body: { readonly personId: string }) => body.personId;

/** The domain learns only that there is a name and an address, and where they lie sealed. */
const sealedContact = (body: {
  readonly name?: TextRef | undefined;
  readonly mail?: TextRef | undefined;
}) => ({
  ...(body.name ? { name: body.name } : {}),
  ...(body.mail ? { mail: body.mail } : {}),
});

export type ArrivalRows = {
  /** Forums to which something came under this pseudonym, whether or not there is an account. */
  readonly forumsOfSubmissions: (personId: string) => Promise<readonly string[]>;
};
type OfPerson = { readonly personId: string; readonly forumId: string };

const isOfOffice = (actor: Actor, personId: string): boolean =>
  actor.id !== personId && !actor.roles.includes('process');

/** Where the person's submissions came to: asked only for an office that does not hold everywhere. */
export const looksWhereFrom = async (
  rows: ArrivalRows,
  { body, actor }: { readonly body: OfPerson; readonly actor: Actor },
): Promise<readonly string[]> =>
  actor.forumIds && isOfOffice(actor, body.personId) ? rows.forumsOfSubmissions(body.personId) : [];

/**
 * An office reaches no further than into the forums where the person came in: with an account or an address, or, of somebody
 * who left neither, with a proposal or a contribution under a pseudonym (decision 28).
 * @param self the account as it stands
 * @param cameTo forums of their submissions, where an account may be missing
 */
export const forThemselves = (
  actor: Actor,
  { personId, forumId }: OfPerson,
  self: Account | undefined,
  cameTo: readonly string[] = [],
): Decision | undefined => {
  if (!isOfOffice(actor, personId)) return undefined;
  if (!actor.roles.some((role) => role === 'secretariat' || role === 'operator'))
    return refused('not-your-account', 'A person changes only their own account.');
  const cameIn = self?.forumIds ?? cameTo;
  // Roles that hold everywhere are those of the whole house; whom nobody knows yet comes in here.
  return actor.forumIds === undefined || cameIn.length === 0 || cameIn.includes(forumId)
    ? undefined
    : refused(
        'person-of-another-forum',
        'Ask the person, or the secretariat of a forum where they came in.',
        { personId },
      );
};

export const openAccount = answers(OpenAccount, {
  on,
  sealsUnder,
  looks: looksWhereFrom,
  decide: ({ body, actor }, { self, look: cameTo }) => {
    if (self) return alreadySo();
    return (
      forThemselves(actor, body, self, cameTo) ??
      accepted(
        happened(on(body), AccountOpened, {
          forumId: body.forumId,
          personId: body.personId,
          lang: body.lang,
          hasMail: body.mail !== undefined,
          ...sealedContact(body),
        }),
      )
    );
  },
});

export const changeContact = answers(ChangeContact, {
  on,
  sealsUnder,
  decide: ({ body, actor }, { self }) => {
    if (!self) return unknown('account', body.personId);
    if (!body.name && !body.mail) return alreadySo();
    return (
      forThemselves(actor, body, self) ??
      accepted(
        happened(on(body), ContactChanged, {
          forumId: body.forumId,
          personId: body.personId,
          hasMail: self.hasMail || body.mail !== undefined,
          ...sealedContact(body),
        }),
      )
    );
  },
});

export const grantRole = answers(GrantRole, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('account', body.personId);
    if (self.erased) return refused('person-erased', 'An erased person can hold no role.');
    if (body.role === 'ministry' && !body.institutionId)
      return refused('institution-missing', 'Say for which institution the person acts.');
    if (body.until && body.until < body.from)
      return refused('role-ends-before-it-starts', 'Give an end on or after the start.');
    const held = self.grants.find(
      (one) =>
        isSameRole(one, body) &&
        (one.until === undefined || one.until >= body.from) &&
        (one.revokedOn === undefined || one.revokedOn > body.from),
    );
    return held ? alreadySo() : accepted(happened(on(body), RoleGranted, body));
  },
});

export const revokeRole = answers(RevokeRole, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('account', body.personId);
    const held = self.grants.some(
      (one) => isSameRole(one, body) && (one.until === undefined || one.until > body.on),
    );
    return held ? accepted(happened(on(body), RoleRevoked, body)) : alreadySo();
  },
});

/** The name and address are destroyed with the person's key; other services hear it and follow. */
export const erasePerson = answers(ErasePerson, {
  on,
  looks: looksWhereFrom,
  decide: ({ body, actor }, { self, look: cameTo }) => {
    if (self?.erased) return alreadySo();
    if (!self && cameTo.length === 0 && actor.forumIds && isOfOffice(actor, body.personId))
      return unknown('account', body.personId);
    return (
      forThemselves(actor, body, self, cameTo) ??
      accepted(
        happened(on(body), PersonErased, {
          forumId: body.forumId,
          personId: body.personId,
          keyIds: [body.personId],
        }),
      )
    );
  },
});
