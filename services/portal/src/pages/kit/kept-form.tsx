import type { VNode } from 'preact';
import type { Typed } from './form.tsx';
import type { Told } from './told.ts';

/** From how many characters on something typed is shown as words of a person, not as a choice. */
const WORDS = 20;

/** What a form sent that was not taken: shown so that it can be copied, and sent again as it was. */
export const KeptForm = ({
  address,
  typed,
  told: { say },
  button,
}: {
  readonly address: string;
  readonly typed: Typed;
  readonly told: Told;
  /** Name of the button that sends it again; none where it may not be sent from here. */
  readonly button?: string | undefined;
}): VNode | null => {
  const fields = Object.entries(typed).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one] as const),
  );
  const words = fields.filter(([, value]) => value.length >= WORDS && /\s/.test(value));
  if (fields.length === 0) return null;
  return (
    <>
      {words.length > 0 ? (
        <>
          <h2>{say('kept.title')}</h2>
          {words.map(([name, value], at) => (
            <blockquote class="kept" key={`${name}-${at}`}>
              {value}
            </blockquote>
          ))}
        </>
      ) : null}
      {button ? (
        <form method="post" action={address}>
          {fields.map(([name, value], at) => (
            <input type="hidden" key={`${name}-${at}`} name={name} value={value} />
          ))}
          <button type="submit">{button}</button>
        </form>
      ) : null}
    </>
  );
};
