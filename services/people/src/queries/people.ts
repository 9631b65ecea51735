import { AccountOf, type Actor, holdsIn, NoticesOf } from '@madang/contracts';
import { responds } from '@madang/decider';
import type { Account } from '../domain/account.ts';

export type PeopleRows = {
  readonly accountState: (personId: string) => Promise<Account | undefined>;
  /** Name and mail in clear, from the vault; null when there is none or the key is gone. */
  readonly contactOf: (
    personId: string,
  ) => Promise<{ readonly name: string | null; readonly mail: string | null }>;
  readonly settledAmong: (obligationIds: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly noticesOf: (
    personId: string,
    which: {
      readonly unreadOnly: boolean;
      readonly forumIds: readonly string[] | undefined;
      readonly most: number;
    },
  ) => Promise<
    readonly {
      readonly id: string;
      readonly about: string;
      readonly obligationId: string | null;
      readonly ballotId: string | null;
      readonly submissionId: string | null;
      readonly commitmentId: string | null;
      readonly reasonCode: string | null;
      readonly requirement: string | null;
      readonly dueOn: string | null;
      readonly raisedAt: string;
      readonly read: boolean;
      readonly mail: string;
    }[]
  >;
};

/** Whether somebody may know who a person is, or what they did in these forums: the person, and the secretariat of one of them. */
export const mayKnow = (actor: Actor, personId: string, forumIds: readonly string[]): boolean =>
  actor.id === personId ||
  (actor.roles.includes('secretariat') && forumIds.some((one) => holdsIn(actor, one)));

/**
 * The forums in which somebody may see what a person did: all for the person themself; the secretariat's own, all where its
 * roles hold everywhere; none for others.
 */
export const whereKnown = (
  actor: Actor,
  personId: string,
): { readonly forumIds: readonly string[] | undefined } | undefined => {
  if (actor.id === personId) return { forumIds: undefined };
  return actor.roles.includes('secretariat') ? { forumIds: actor.forumIds } : undefined;
};

export const accountOf = responds(AccountOf, async (rows: PeopleRows, { personId }, { actor }) => {
  const state = await rows.accountState(personId);
  if (!state) return undefined;
  const contact = mayKnow(actor, personId, state.forumIds)
    ? await rows.contactOf(personId)
    : { name: null, mail: null };
  const roles = state.grants.map(({ forumId, role, institutionId, from, until }) => ({
    forumId,
    role,
    institutionId: institutionId ?? null,
    from,
    until: until ?? null,
  }));
  const own =
    actor.id === personId
      ? { digest: state.digest ?? ('at-once' as const), isConfirming: state.unverified !== undefined }
      : { digest: null, isConfirming: false };
  return { personId, lang: state.lang, erased: state.erased, ...contact, ...own, roles };
});

export const noticesOf = responds(
  NoticesOf,
  async (rows: PeopleRows, { personId, unreadOnly, limit }, { actor }) => {
    const where = whereKnown(actor, personId);
    if (!where) return undefined;
    const found = await rows.noticesOf(personId, { unreadOnly, ...where, most: limit });
    const done = await rows.settledAmong(found.flatMap((one) => one.obligationId ?? []));
    return {
      notices: found.map(({ id, about, obligationId, submissionId, commitmentId, ...rest }) => {
        const { ballotId, reasonCode, requirement, dueOn, raisedAt, read, mail } = rest;
        return {
          ballotId,
          ...{ noticeId: id, about, obligationId, submissionId, commitmentId, reasonCode, requirement },
          ...{ dueOn, raisedAt, read },
          isNeeded: obligationId === null || !done.has(obligationId),
          mail: mail as 'none' | 'waiting' | 'accepted' | 'refused' | 'bounced' | 'not-needed',
        };
      }),
    };
  },
);
