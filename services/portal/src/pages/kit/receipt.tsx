import type { VNode } from 'preact';
import { AddressForm } from './address-form.tsx';
import type { Told } from './told.ts';

export type ReceiptView = {
  /** Just handed in, or come back to by its private link. */
  readonly state: 'new' | 'yours';
  /** The private link, for whoever wrote it alone; absent where it cannot be had now. */
  readonly link?: string | undefined;
  /** Names what the form for an address sends. */
  readonly formId: string;
};

/** What somebody says who asks about it: the beginning of its id, in capitals. */
const referenceOf = (submissionId: string): string => submissionId.slice(0, 8).toUpperCase();

/** The receipt of whoever wrote something: its reference, the private link to keep, and where to be told. */
export const Receipt = ({
  told,
  receipt: { state, link, formId },
  forumId,
  submissionId,
}: {
  readonly told: Told;
  readonly receipt: ReceiptView;
  readonly forumId: string;
  readonly submissionId: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <div class="box">
      <p role="status">{say(state === 'new' ? 'receipt.new' : 'receipt.yours')}</p>
      <p class="small">{say('receipt.reference', { reference: referenceOf(submissionId) })}</p>
      {link ? (
        <div class="field">
          <label for="receipt">{say('receipt.link')}</label>
          <p class="hint" id="receipt-hint">
            {say('receipt.link.hint')}
          </p>
          <input id="receipt" readonly value={link} aria-describedby="receipt-hint" />
        </div>
      ) : null}
      {state === 'new' ? (
        <details>
          <summary>{say('notices.box')}</summary>
          <AddressForm told={told} forumId={forumId} formId={formId} />
        </details>
      ) : null}
      <p>
        <a href={`/${lang}/mine`}>{say('mine.title')}</a>
      </p>
    </div>
  );
};
