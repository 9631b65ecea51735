import type { CycleFacts } from '../cycle-facts.ts';
import type { RulePack } from '../rule-pack.ts';
import type { Finding } from '../standing.ts';

const hasEnded = ({ asOf, development }: CycleFacts): boolean =>
  development.endedOn !== null && development.endedOn <= asOf;

/**
 * OGP 4.1: every accepted contribution has a published answer, or is waived by name with a reason. It is unmet once
 * development has ended with one left over.
 * @throws RangeError when more are answered and waived than were accepted
 */
export const contributionsAnswered = (_pack: RulePack, facts: CycleFacts): Finding => {
  const { accepted, answered, waived } = facts.contributions;
  const unanswered = accepted - answered - waived;
  if (unanswered < 0)
    throw new RangeError(`more answered (${answered}) and waived (${waived}) than accepted (${accepted})`);
  const evidence = { accepted, answered, waived, unanswered };
  const ended = hasEnded(facts);
  if (accepted === 0)
    return { status: ended ? 'not-applicable' : 'not-yet', why: 'no-contributions', evidence };
  if (unanswered > 0) return { status: ended ? 'unmet' : 'not-yet', why: 'unanswered', evidence };
  return { status: 'met', why: waived > 0 ? 'all-answered-or-waived' : 'all-answered', evidence };
};

/** Sixth of the six steps: a summary of comments is public. */
export const commentsSummarised = (_pack: RulePack, facts: CycleFacts): Finding => {
  const { asOf, summaryPublishedOn } = facts;
  const evidence = { summaryPublishedOn };
  if (summaryPublishedOn !== null && summaryPublishedOn <= asOf)
    return { status: 'met', why: 'summary-public', evidence };
  return { status: hasEnded(facts) ? 'unmet' : 'not-yet', why: 'no-summary', evidence };
};
