import {
  type DataOf,
  ImposeObligation,
  ObligationImposed,
  ObligationWithdrawn,
  WithdrawObligation,
} from '@madang/contracts';
import { accepted, alreadySo, answers, happened, refused, unknown } from '@madang/decider';
import { institution } from '../domain/institution.ts';
import { obligation } from '../domain/obligation.ts';
import { aboutObligation, notOpen } from './about-obligation.ts';

type Subject = DataOf<typeof ObligationImposed>['subject'];
type Owed = {
  readonly obligationId: string;
  readonly cycleId: string | null;
  readonly subject: Subject;
};
export type ImposedLooks = {
  /** What it owes of a kind or has discharged; nothing that was withdrawn. */
  readonly obligationsLike: (institutionId: string, kind: string) => Promise<readonly Owed[]>;
};
const on = (body: { readonly obligationId: string }) => obligation.ref(body.obligationId);

/** Equal for obligations about the same thing in the same cycle. */
const subjectKey = (cycleId: string | null | undefined, subject: Subject): string =>
  [
    cycleId ?? '',
    [...subject.commitmentIds].toSorted().join(),
    subject.consultationId ?? '',
    subject.windowId ?? '',
    subject.clusterId ?? '',
    subject.textId ?? '',
  ].join('/');

/** The institution is locked with it, so that of two equal obligations the second sees the first. */
export const imposeObligation = answers(ImposeObligation, {
  on,
  also: (body) => [institution.ref(body.institutionId)],
  looks: (rows: ImposedLooks, { body }) => rows.obligationsLike(body.institutionId, body.obligationKind),
  decide: ({ body }, { self, of, look: others }) => {
    if (self)
      return self.kind === body.obligationKind &&
        [self.imposedOnId, self.institutionId].includes(body.institutionId)
        ? alreadySo()
        : refused('obligation-id-taken', 'Choose another id.', { obligationId: body.obligationId });
    const owing = of(institution.ref(body.institutionId));
    if (!owing || owing.forumId !== body.forumId) return unknown('institution', body.institutionId);
    if (owing.succession)
      return refused('institution-succeeded', 'Impose it on the institution that stands in its place.', {
        obligationsTo: owing.succession.obligationsTo,
      });
    const key = subjectKey(body.cycleId, body.subject);
    const same = others.find((one) => subjectKey(one.cycleId, one.subject) === key);
    if (same)
      return refused('obligation-already-imposed', 'Use the obligation that is there.', {
        obligationId: same.obligationId,
      });
    return accepted(happened(on(body), ObligationImposed, { ...body, ladderVersion: 1 }));
  },
});

export const withdrawObligation = answers(WithdrawObligation, {
  on,
  decide: ({ body }, { self }) => {
    if (!self || self.forumId !== body.forumId) return unknown('obligation', body.obligationId);
    if (self.state === 'withdrawn') return alreadySo();
    if (self.state === 'discharged') return notOpen(self);
    const about = aboutObligation(body.obligationId, self);
    return accepted(happened(on(body), ObligationWithdrawn, { ...about, reasonCode: body.reasonCode }));
  },
});
