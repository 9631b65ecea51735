import type { Lang } from '@madang/contracts';
import type { Scenario } from '../scenario/scenario.ts';
import { seeded } from './seeded.ts';

/** A contribution as the seed draws it, before anybody has handed it in. */
export type Drawn = {
  readonly number: number;
  readonly commitment: number;
  readonly lead: string;
  readonly theme: string;
  readonly lang: Lang;
  readonly text: string;
  readonly citizen: number;
  readonly kind: 'person' | 'organisation';
  readonly channel: 'online' | 'meeting' | 'paper';
  readonly on: string;
  readonly fate: 'answered' | 'set-aside' | 'waived';
};

/** Draws the contributions of a scenario; the same scenario always gives the same. */
export const drawnContributions = ({ contributions, commitments }: Scenario): readonly Drawn[] => {
  const { seed, count, citizens, organisations, on, templates, setAside, waived } = contributions;
  const draw = seeded(seed);
  const oneOf = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(draw() * list.length)];
    if (one === undefined) throw new Error('drawn from an empty list');
    return one;
  };
  return Array.from({ length: count }, (_, at): Drawn => {
    const { number: commitment, lead, title } = oneOf(commitments);
    const { theme, lang, text } = oneOf(templates);
    const citizen = (at % citizens) + 1;
    const way = draw();
    return {
      number: at + 1,
      commitment,
      lead,
      theme,
      lang,
      text: text.replaceAll('{title}', title[lang]).replaceAll('{n}', String(at + 1)),
      citizen,
      kind: citizen <= organisations ? 'organisation' : 'person',
      channel: way < 0.9 ? 'online' : way < 0.96 ? 'meeting' : 'paper',
      on: oneOf(on),
      fate: at < setAside ? 'set-aside' : at < setAside + waived ? 'waived' : 'answered',
    };
  });
};
