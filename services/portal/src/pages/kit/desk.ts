import type { DutyFound } from '../../queries/institution.ts';
import { type Lang, saying } from '../messages/say.ts';
import type { Told } from './told.ts';

export type Name = { readonly ko: string; readonly en: string };
export type Named = { readonly id: string; readonly name: Name };

/** Desks serve institutions of several forums: their days are Korea's. */
export const toldIn = (lang: Lang): Told => ({ lang, say: saying(lang), zone: 'Asia/Seoul' });

/** How a duty stands, the worst first. */
export const standingOf = (one: DutyFound): 'silent' | 'overdue' | 'awaited' =>
  one.silent ? 'silent' : one.late ? 'overdue' : 'awaited';
