import type { Evidence } from '@madang/contracts';
import type { VNode } from 'preact';
import type { Told } from './told.ts';

/** Evidence as one opens it: a page elsewhere, or a file that is kept here under its hash. */
export const EvidenceLink = ({
  evidence,
  told,
}: {
  readonly evidence: typeof Evidence._output;
  readonly told: Told;
}): VNode =>
  evidence.evidenceKind === 'link' ? (
    <a href={evidence.link} rel="nofollow noopener">
      {told.say('commitment.evidence.link')}: {new URL(evidence.link).host}
    </a>
  ) : (
    <a href={`/api/evidence/${evidence.sha256}`}>
      {told.say('commitment.evidence.file', { type: evidence.mediaType, size: evidence.bytes })}
    </a>
  );
