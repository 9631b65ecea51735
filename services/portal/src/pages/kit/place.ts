import type { Place } from '../../queries/place.ts';
import type { Lang, Say } from '../messages/say.ts';
import type { Crumb } from './shell.tsx';

/** The way from the first page to a cycle. */
export const crumbsTo = ({ forum, cycle }: Place, lang: Lang, say: Say): readonly Crumb[] => [
  { href: '', name: say('nav.home') },
  { href: `/forums/${forum.id}`, name: forum.name[lang] },
  { href: `/cycles/${cycle.id}`, name: cycle.name[lang] },
];
