import { asWritten, lettersIn } from '@madang/contracts';
import { z } from 'zod';
import { type FieldSpec, type FormError, type Typed, tickedIn, typedIn } from '../../../pages/kit/form.tsx';
import type { Say } from '../../../pages/messages/say.ts';

const DAY = z.iso.date();
const LINK = z.url({ protocol: /^https?$/ });
const TIME = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);

const wrongWith = (
  field: FieldSpec,
  typed: Typed,
): 'missing' | 'unchosen' | 'tooLong' | 'invalid' | undefined => {
  const value = typedIn(typed, field.name).trim();
  if (field.kind === 'many')
    return !field.optional && tickedIn(typed, field.name).length === 0 ? 'unchosen' : undefined;
  if (value === '') return field.optional ? undefined : field.kind === 'choice' ? 'unchosen' : 'missing';
  switch (field.kind) {
    case 'text':
    case 'long':
      return lettersIn(asWritten(value)) > field.max ? 'tooLong' : undefined;
    case 'day':
      return DAY.safeParse(value).success ? undefined : 'invalid';
    case 'time':
      return TIME.safeParse(value).success ? undefined : 'invalid';
    case 'number':
      return /^\d{1,6}$/.test(value) ? undefined : 'invalid';
    case 'link':
      return LINK.safeParse(value).success ? undefined : 'invalid';
    case 'choice':
      return field.choices.some(([each]) => each === value) ? undefined : 'invalid';
    default:
      return undefined;
  }
};

/** What is wrong with a form before anybody is asked, field by field. */
export const wrongFields = (fields: readonly FieldSpec[], typed: Typed, say: Say): readonly FormError[] =>
  fields.flatMap((field) => {
    const wrong = wrongWith(field, typed);
    return wrong ? [{ field: field.name, message: say(`error.${wrong}`, { field: field.label }) }] : [];
  });
