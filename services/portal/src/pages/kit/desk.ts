import type { DutyFound } from '../../queries/institution.ts';
import { type Lang, saying } from '../messages/say.ts';
import type { Told } from './told.ts';

export type Name = { readonly ko: string; readonly en: string };
export type Named = { readonly id: string; readonly name: Name };

/** For pages that show days and no instants: a day of a forum is a day in every zone. */
export const toldIn = (lang: Lang): Told => ({ lang, say: saying(lang), zone: 'UTC' });

/** How a duty stands, the worst first. */
export const standingOf = (one: DutyFound): 'silent' | 'overdue' | 'awaited' =>
  one.silent ? 'silent' : one.late ? 'overdue' : 'awaited';
