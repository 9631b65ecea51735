import type { VNode } from 'preact';
import type { Told } from './told.ts';

/** Leaves a mail address; nothing but a link is sent to it before the link was followed. */
export const AddressForm = ({
  told,
  forumId,
  formId,
  typed = '',
}: {
  readonly told: Told;
  readonly forumId: string;
  /** Names what the form sends, so that it counts once however often it is sent. */
  readonly formId: string;
  readonly typed?: string;
}): VNode => {
  const { say, lang } = told;
  return (
    <form method="post" action={`/${lang}/notices/address`}>
      <input type="hidden" name="id" value={formId} />
      <input type="hidden" name="forum" value={forumId} />
      <div class="field">
        <label for="mail">{say('notices.address')}</label>
        <p class="hint" id="mail-hint">
          {say('notices.address.hint')}
        </p>
        <input
          {...{ type: 'email', id: 'mail', name: 'mail', required: true, maxLength: 320 }}
          autocomplete="email"
          aria-describedby="mail-hint"
          value={typed}
        />
      </div>
      <button type="submit">{say('notices.address.leave')}</button>
    </form>
  );
};
