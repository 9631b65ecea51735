import type { VNode } from 'preact';
import { Field } from './fields.tsx';
import type { Told } from './told.ts';

/** A file that was taken although the form was not: it need not be chosen again. */
export type KeptFile = { readonly sha256: string; readonly mediaType: string; readonly bytes: number };

/** What a file of evidence may be, for the browser's choice; the portal reads what it is. */
const ACCEPT =
  '.pdf,.hwp,.hwpx,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.csv,.txt,.zip,.png,.jpg,.jpeg,.webp,.gif';

/** Evidence of one thing: a link, and files beside it. `name` is the field's and names the files' too (`<name>-files`). */
export const EvidenceInput = ({
  name,
  link,
  kept,
  told,
}: {
  readonly name: string;
  readonly link: string;
  readonly kept: readonly KeptFile[];
  readonly told: Told;
}): VNode => {
  const { say } = told;
  const id = name.replaceAll('.', '-');
  return (
    <>
      <Field id={id} label={say('duty.report.evidence')}>
        <input {...{ type: 'url', id, name, maxLength: 1_000 }} value={link} />
      </Field>
      <div class="field">
        <label for={`${id}-files`}>{say('evidence.files')}</label>
        <p class="hint" id={`${id}-files-hint`}>
          {say('evidence.files.hint')}
        </p>
        {kept.map((one) => (
          <label class="tick" key={one.sha256}>
            <input type="checkbox" name={`${name}-files.kept`} value={one.sha256} checked />{' '}
            {say('evidence.kept', { type: one.mediaType, size: one.bytes })}
          </label>
        ))}
        <input
          {...{ type: 'file', id: `${id}-files`, name: `${name}-files`, accept: ACCEPT, multiple: true }}
          aria-describedby={`${id}-files-hint`}
        />
      </div>
    </>
  );
};
