import {
  CreatePost,
  HandOverPost,
  InstitutionRegistered,
  InstitutionRenamed,
  InstitutionSucceeded,
  ObligationPassed,
  PostCreated,
  PostHandedOver,
  RegisterInstitution,
  RenameInstitution,
  SucceedInstitution,
} from '@madang/contracts';
import { type AggregateRef, accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { institution } from '../domain/institution.ts';
import { named, type Obligation, obligation } from '../domain/obligation.ts';

const on = (body: { readonly institutionId: string }) => institution.ref(body.institutionId);
export type OpenObligationRows = {
  readonly openObligationsOf: (institutionId: string) => Promise<readonly string[]>;
};

export const registerInstitution = answers(RegisterInstitution, {
  on,
  decide: ({ body }, { self }) => {
    if (self)
      return self.code === body.code
        ? alreadySo()
        : refused('institution-already-registered', 'Choose another id.', { code: self.code });
    return accepted(happened(on(body), InstitutionRegistered, body));
  },
});

export const renameInstitution = answers(RenameInstitution, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('institution', body.institutionId);
    const last = self.names.at(-1);
    if (last?.name.ko === body.name.ko && last.name.en === body.name.en) return alreadySo();
    if (last && body.from <= last.from)
      return refused('name-older-than-the-last', 'A new name begins after the one before.', {
        inForceSince: last.from,
      });
    return accepted(happened(on(body), InstitutionRenamed, body));
  },
});

/** An institution that ends hands its open obligations to one of its successors, all in one decision. */
export const succeedInstitution = answers(SucceedInstitution, {
  on,
  reads: (body) => body.successorIds.map((id) => institution.ref(id)),
  finds: async (rows: OpenObligationRows, body) =>
    (await rows.openObligationsOf(body.institutionId)).map((id) => obligation.ref(id)),
  looks: (rows: OpenObligationRows, { body }) => rows.openObligationsOf(body.institutionId),
  decide: ({ body }, { self, of, look }) => {
    if (!self) return unknown('institution', body.institutionId);
    if (self.succeeded)
      return self.succeeded.obligationsTo === body.obligationsTo
        ? alreadySo()
        : refused('institution-already-succeeded', 'It was succeeded already.', { on: self.succeeded.on });
    const missing = body.successorIds.find((id) => !of(institution.ref(id)));
    if (missing) return unknown('institution', missing);
    if (!body.successorIds.includes(body.obligationsTo))
      return refused('obligations-to-a-stranger', 'Open obligations pass to one of the successors.', {
        obligationsTo: body.obligationsTo,
      });
    const passed = look.flatMap((id) => {
      const ref: AggregateRef<Obligation> = obligation.ref(id);
      const open = of(ref);
      return open?.state === 'open'
        ? [
            happened(ref, ObligationPassed, {
              ...named(open),
              toInstitutionId: body.obligationsTo,
              ...(body.decisionId ? { decisionId: body.decisionId } : {}),
            }),
          ]
        : [];
    });
    return accepted(happened(on(body), InstitutionSucceeded, body), ...passed);
  },
});

export const createPost = answers(CreatePost, {
  on,
  decide: ({ body }, { self }) => {
    if (!self) return unknown('institution', body.institutionId);
    return self.posts[body.postId] ? alreadySo() : accepted(happened(on(body), PostCreated, body));
  },
});

/** Roles belong to posts: whoever takes a post over has everything that is open. */
export const handOverPost = answers(HandOverPost, {
  on,
  decide: ({ body, actor }, { self }) => {
    const post = self?.posts[body.postId];
    if (!self || !post) return unknown('post', body.postId);
    if (!actor.roles.includes('secretariat') && actor.institutionId !== body.institutionId)
      return refused('not-your-institution', 'A ministry hands over its own posts.');
    const last = post.holders.at(-1);
    if (last?.personId === body.personId) return alreadySo();
    if (last && body.from < last.from)
      return refused('hand-over-before-the-last', 'Choose a later day.', { heldSince: last.from });
    return accepted(happened(on(body), PostHandedOver, body));
  },
});
