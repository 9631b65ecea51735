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

/** @param self the account as it stands: an office reaches no further than into the forums where the person came in */
export const forThemselves = (
  actor: Actor,
  { personId, forumId }: { readonly personId: string; readonly forumId: string },
  self: Account | undefined,
): Decision | undefined => {
  if (actor.id === personId || actor.roles.includes('process')) return undefined;
  if (!actor.roles.some((role) => role === 'secretariat' || role === 'operator'))
    return refused('not-your-account', 'A person changes only their own account.');
  // Roles that hold everywhere are those of the whole house.
  return actor.forumIds === undefined || !self || self.forumIds.includes(forumId)
    ? undefined
    : refused(
        'person-of-another-forum',
        'Ask the person, or the secretariat of a forum where they came in.',
        {
          personId,
        },
      );
};

export const openAccount = answers(OpenAccount, {
  on,
  sealsUnder,
  decide: ({ body, actor }, { self }) => {
    if (self) return alreadySo();
    return (
      forThemselves(actor, body, self) ??
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
  decide: ({ body, actor }, { self }) => {
    if (self?.erased) return alreadySo();
    return (
      forThemselves(actor, body, self) ??
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
