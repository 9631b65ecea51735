import {
  InstitutionRegistered,
  InstitutionRenamed,
  InstitutionSucceeded,
  ObligationPassed,
  RegisterInstitution,
  RenameInstitution,
  SucceedInstitution,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { holdingOn, institution } from '../domain/institution.ts';
import { obligation } from '../domain/obligation.ts';
import { aboutObligation } from './about-obligation.ts';

export type InstitutionLooks = {
  readonly institutionWithCode: (forumId: string, code: string) => Promise<string | undefined>;
  /** Open obligations that it owes or acts for. */
  readonly openObligationsWith: (institutionId: string) => Promise<readonly string[]>;
};
const on = (body: { readonly institutionId: string }) => institution.ref(body.institutionId);
const refs = async (rows: InstitutionLooks, institutionId: string) =>
  (await rows.openObligationsWith(institutionId)).map((id) => obligation.ref(id));

export const registerInstitution = answers(RegisterInstitution, {
  on,
  looks: async (rows: InstitutionLooks, { body }) => rows.institutionWithCode(body.forumId, body.code),
  decide: ({ body }, { self, look: holderOfCode }) => {
    if (self)
      return self.code === body.code
        ? alreadySo()
        : refused('institution-already-registered', 'Choose another id.', {
            institutionId: body.institutionId,
          });
    if (holderOfCode)
      return refused('institution-code-taken', 'Choose another code, or use the institution that has it.', {
        institutionId: holderOfCode,
      });
    return accepted(happened(on(body), InstitutionRegistered, body));
  },
});

export const renameInstitution = answers(RenameInstitution, {
  on,
  decide: ({ body }, { self }) => {
    if (!self || self.forumId !== body.forumId) return unknown('institution', body.institutionId);
    if (body.from < self.from)
      return refused('institution-not-yet-there', 'Let the name begin with the institution or later.', {
        from: self.from,
      });
    const { name } = holdingOn(self.names, body.from) ?? {};
    if (name?.ko === body.name.ko && name.en === body.name.en) return alreadySo();
    return accepted(happened(on(body), InstitutionRenamed, body));
  },
});

/** What is open passes on at once, so that nobody can let it lapse between two institutions. */
export const succeedInstitution = answers(SucceedInstitution, {
  on,
  reads: (body) => body.successorIds.map((id) => institution.ref(id)),
  finds: (rows: InstitutionLooks, body) => refs(rows, body.institutionId),
  looks: (rows: InstitutionLooks, { body }) => refs(rows, body.institutionId),
  decide: ({ body }, { self, of, look: open }) => {
    if (!self || self.forumId !== body.forumId) return unknown('institution', body.institutionId);
    if (self.succession)
      return self.succession.obligationsTo === body.obligationsTo
        ? alreadySo()
        : refused('institution-already-succeeded', 'Speak of its successor.', {
            obligationsTo: self.succession.obligationsTo,
          });
    if (body.successorIds.includes(body.institutionId))
      return refused('institution-succeeds-itself', 'Name other institutions as successors.');
    if (!body.successorIds.includes(body.obligationsTo))
      return refused('obligations-to-no-successor', 'Let the obligations pass to one of the successors.', {
        obligationsTo: body.obligationsTo,
      });
    for (const id of body.successorIds) {
      const successor = of(institution.ref(id));
      if (!successor || successor.forumId !== body.forumId) return unknown('institution', id);
      if (successor.succession)
        return refused('successor-already-succeeded', 'Name the institution that stands in its place.', {
          institutionId: id,
          obligationsTo: successor.succession.obligationsTo,
        });
    }
    const passed = open.flatMap((ref) => {
      const owed = of(ref);
      if (owed?.state !== 'open') return [];
      const facts = {
        ...aboutObligation(ref.id, owed),
        institutionId: body.institutionId,
        toInstitutionId: body.obligationsTo,
        ...(body.decisionId ? { decisionId: body.decisionId } : {}),
      };
      return [happened(ref, ObligationPassed, facts)];
    });
    return accepted(happened(on(body), InstitutionSucceeded, body), ...passed);
  },
});
