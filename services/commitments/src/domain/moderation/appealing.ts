import type { Actor } from '@madang/contracts';
import { alreadySo, type Decision, refused, unknown } from '@madang/decider';

/** What moderation needs to know of what somebody wrote, be it a contribution or a proposal. */
export type Moderated = {
  readonly contributorId: string;
  readonly isSetAside: boolean;
  /** Who set it aside last, and what became of the appeal against it. */
  readonly setAsideBy?: string | undefined;
  readonly appeal?: 'open' | 'upheld' | 'restored' | undefined;
};
type What = { readonly kind: 'contribution' | 'proposal'; readonly id: string };

const factOf = ({ kind, id }: What) => ({ [`${kind}Id`]: id });

/** Whoever wrote it may appeal, once. Of what somebody else wrote nothing is said, not even that it is there. */
export const appealRefusal = (
  what: What,
  self: Moderated | undefined,
  actor: Actor,
  contributorId: string,
): Decision | undefined => {
  if (!self || self.contributorId !== actor.id || contributorId !== actor.id)
    return unknown(what.kind, what.id);
  if (self.appeal === 'open') return alreadySo();
  if (self.appeal)
    return refused(
      'appeal-already-decided',
      'An appeal is decided once; write to the co-chairs.',
      factOf(what),
    );
  return self.isSetAside
    ? undefined
    : refused(
        'nothing-set-aside',
        'Nothing was set aside: there is nothing to appeal against.',
        factOf(what),
      );
};

/** An open appeal is decided once, and never by who set aside what it is for. */
export const decisionRefusal = (
  what: What,
  self: Moderated | undefined,
  actor: Actor,
  outcome: 'upheld' | 'restored',
): Decision | undefined => {
  if (!self) return unknown(what.kind, what.id);
  if (self.appeal === outcome) return alreadySo();
  if (self.appeal !== 'open')
    return refused('no-open-appeal', 'Nobody appeals, or the appeal was decided.', factOf(what));
  return self.setAsideBy === actor.id
    ? refused('appeal-needs-another', 'Let a co-chair or another of the secretariat decide it.', factOf(what))
    : undefined;
};
