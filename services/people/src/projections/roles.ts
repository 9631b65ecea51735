import { PersonErased, type Role, RoleGranted, RoleRevoked } from '@madang/contracts';
import { projection } from '@madang/decider';

export type RoleGrant = {
  readonly forumId: string;
  readonly personId: string;
  readonly role: Role;
  /** Empty where the role is not for an institution. */
  readonly institutionId: string;
  readonly fromDay: string;
  readonly untilDay: string | null;
};
export type RoleWriter = {
  readonly addRoles: (rows: readonly RoleGrant[]) => Promise<void>;
  /** Ends what still runs on that day. */
  readonly endRole: (role: Omit<RoleGrant, 'fromDay' | 'untilDay'>, on: string) => Promise<void>;
  readonly dropRolesOf: (personId: string) => Promise<void>;
};

/** Who may act in a role of a forum. */
export const roleProjections = [
  projection(RoleGranted, (rows: RoleWriter, facts) =>
    rows.addRoles(
      facts.map(({ data: { forumId, personId, role, institutionId = '', from, until } }) => ({
        forumId,
        personId,
        role,
        institutionId,
        fromDay: from,
        untilDay: until ?? null,
      })),
    ),
  ),
  projection(RoleRevoked, async (rows: RoleWriter, facts) => {
    for (const { data } of facts) {
      const { forumId, personId, role, institutionId = '', on } = data;
      await rows.endRole({ forumId, personId, role, institutionId }, on);
    }
  }),
  projection(PersonErased, async (rows: RoleWriter, facts) => {
    for (const { data } of facts) await rows.dropRolesOf(data.personId);
  }),
];
