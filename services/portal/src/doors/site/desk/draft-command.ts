import { AmendCommitment, type Command, DraftCommitment, ReviseCommitment } from '@madang/contracts';
import { type FieldSpec, type FormError, type Typed, tickedIn, typedIn } from '../../../pages/kit/form.tsx';
import type { Say } from '../../../pages/messages/say.ts';
import { FormId } from '../taking-forms.ts';
import type { DraftMode } from './draft-fields.ts';
import type { DraftGround } from './draft-ground.ts';
import { rowsIn } from './draft-rows.ts';
import { fieldAt, templateOf } from './draft-template.ts';
import { wrongFields } from './wrong-fields.ts';

const asked = (
  mode: DraftMode,
  ground: DraftGround,
  typed: Typed,
  thing: string,
): readonly [Command, object] => {
  const is = (name: string): string => typedIn(typed, name).trim();
  const ids = (name: string): readonly string[] =>
    tickedIn(typed, name).filter((one) => FormId.safeParse(one).success);
  const draft = templateOf(typed, ground);
  const reason = is('reason') ? { reason: { lang: draft.problem.lang, text: is('reason') } } : {};
  const { forumId, cycleId, commitment } = ground;
  if (mode === 'draft' || !commitment)
    return [
      DraftCommitment,
      { forumId, cycleId, commitmentId: thing, draft, fromProposals: ids('fromProposals') },
    ];
  const written = { forumId, commitmentId: commitment.id, draft, ...reason };
  const seen = is('seen') || is('onVersion');
  const onVersion = /^\d{1,5}$/.test(seen) ? { onVersion: Number(seen) } : {};
  return mode === 'amend'
    ? [AmendCommitment, { ...written, ...onVersion, authority: is('authority'), because: ids('because') }]
    : [
        ReviseCommitment,
        { ...written, ...onVersion, because: ids('because'), fromProposals: ids('fromProposals') },
      ];
};

/** The command that a draft is for, and what is wrong with it before anybody is asked, beside the fields it is about. */
export const draftCommand = (
  {
    mode,
    ground,
    typed,
    thing,
    fields,
  }: {
    readonly mode: DraftMode;
    readonly ground: DraftGround;
    readonly typed: Typed;
    readonly thing: string;
    readonly fields: readonly FieldSpec[];
  },
  say: Say,
): { readonly command: Command; readonly body: object; readonly wrong: readonly FormError[] } => {
  const [command, body] = asked(mode, ground, typed, thing);
  const missing = wrongFields(fields, typed, say);
  if (rowsIn('milestone', typed).length === 0)
    return {
      ...{ command, body },
      wrong: [...missing, { field: 'milestones', message: say('draft.noMilestone') }],
    };
  const read = command.body.safeParse(body);
  if (missing.length > 0 || read.success) return { command, body, wrong: missing };
  const wrong = read.error.issues.map(({ path: [first, ...rest] }): FormError => {
    const field = first === 'draft' ? fieldAt(rest, typed) : String(first);
    const name = fields.find((one) => one.name === field)?.label;
    return field && name
      ? { field, message: say('error.invalid', { field: name }) }
      : { message: say('error.refused', { why: [first, ...rest].map(String).join('/') }) };
  });
  return { command, body, wrong };
};
