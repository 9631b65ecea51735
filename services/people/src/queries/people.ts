import { AccountOf, NoticesOf } from '@madang/contracts';
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
    unreadOnly: boolean,
    most: number,
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

export const mayKnow = (
  actor: { readonly id: string; readonly roles: readonly string[] },
  personId: string,
): boolean => actor.id === personId || actor.roles.includes('secretariat');

export const accountOf = responds(AccountOf, async (rows: PeopleRows, { personId }, { actor }) => {
  const state = await rows.accountState(personId);
  if (!state) return undefined;
  const contact = mayKnow(actor, personId) ? await rows.contactOf(personId) : { name: null, mail: null };
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
    if (!mayKnow(actor, personId)) return undefined;
    const found = await rows.noticesOf(personId, unreadOnly, limit);
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
