import {
  AccountOpened,
  AddressLeft,
  AddressVerified,
  ContactChanged,
  type DataOf,
  DigestChosen,
  PersonErased,
  RoleGranted,
  RoleRevoked,
} from '@madang/contracts';
import { aggregate, type DomainEvent } from '@madang/decider';

type Granted = DataOf<typeof RoleGranted>;
/** `revokedOn`: the day from which it holds no longer, though it was granted for longer. */
export type Grant = Omit<Granted, 'personId'> & { readonly revokedOn?: string };
export type Account = {
  /** Where the person came in, or left an address: whose secretariat may know who they are. A role alone does not make a forum one of these. */
  readonly forumIds: readonly string[];
  readonly lang: 'ko' | 'en';
  readonly hasMail: boolean;
  readonly erased: boolean;
  /** The sealed address that was left last and not verified so far. */
  readonly unverified?: string | undefined;
  readonly verified?: string | undefined;
  /** How often mail comes; at once when nothing was chosen. */
  readonly digest?: DataOf<typeof DigestChosen>['digest'];
  readonly grants: readonly Grant[];
};

/** The same role in the same forum, for the same institution. */
export const isSameRole = (
  a: Pick<Grant, 'forumId' | 'role' | 'institutionId'>,
  b: Pick<Grant, 'forumId' | 'role' | 'institutionId'>,
): boolean => a.forumId === b.forumId && a.role === b.role && a.institutionId === b.institutionId;

/** Whether a role holds on a day: on the last day it was granted for it does, on the day it was revoked it does not. */
export const holdsOn = ({ from, until, revokedOn }: Grant, day: string): boolean =>
  from <= day && (until === undefined || day <= until) && (revokedOn === undefined || day < revokedOn);

const evolve = (state: Account | undefined, event: DomainEvent): Account => {
  if (event.type === AccountOpened.type) {
    const { forumId, lang, hasMail } = event.data as DataOf<typeof AccountOpened>;
    return { forumIds: [forumId], lang, hasMail, erased: false, grants: [] };
  }
  const known: Account = state ?? { forumIds: [], lang: 'ko', hasMail: false, erased: false, grants: [] };
  switch (event.type) {
    case ContactChanged.type:
      return { ...known, hasMail: (event.data as DataOf<typeof ContactChanged>).hasMail };
    case AddressLeft.type: {
      const { forumId, lang, mail } = event.data as DataOf<typeof AddressLeft>;
      return {
        ...known,
        forumIds: [...new Set([...known.forumIds, forumId])],
        lang,
        unverified: mail.textId,
      };
    }
    case AddressVerified.type: {
      const { unverified: verified, ...rest } = known;
      return { ...rest, hasMail: true, verified };
    }
    case DigestChosen.type:
      return { ...known, digest: (event.data as DataOf<typeof DigestChosen>).digest };
    case RoleGranted.type: {
      const { personId: _, ...grant } = event.data as Granted;
      return { ...known, grants: [...known.grants, grant] };
    }
    case RoleRevoked.type: {
      const gone = event.data as DataOf<typeof RoleRevoked>;
      return {
        ...known,
        grants: known.grants.map((one) =>
          isSameRole(one, gone) && (one.until ?? gone.on) >= gone.on
            ? { ...one, until: gone.on, revokedOn: gone.on }
            : one,
        ),
      };
    }
    case PersonErased.type:
      return { ...known, erased: true, hasMail: false, grants: [] };
    default:
      return known;
  }
};

export const account = aggregate<Account>('account', evolve, { ofManyForums: true });
