import type { Evidence } from '@madang/contracts';
import { z } from 'zod';
import type { Key, Say } from '../../pages/messages/say.ts';
import type { KeptFile, NotKept } from '../evidence-store.ts';
import type { SentForm } from './read-form.ts';

const Link = z.url({ protocol: /^https?$/ }).max(1_000);
const WRONG: Readonly<Record<NotKept | 'too-many', Key>> = {
  'too-large': 'evidence.wrong.tooLarge',
  'type-not-allowed': 'evidence.wrong.type',
  empty: 'evidence.wrong.empty',
  'too-many': 'evidence.wrong.tooMany',
};

/** Evidence as a form sent it: what can be told, what is to be kept for the next sending, and what is wrong with it. */
export const sentEvidence = (
  form: SentForm,
  name: string,
  say: Say,
): {
  readonly evidence: readonly (typeof Evidence._output)[];
  readonly link: string;
  readonly kept: readonly KeptFile[];
  readonly wrong: readonly string[];
} => {
  const link = form.typed(name).trim();
  const sent = form.files(`${name}-files`);
  const kept = [
    ...new Map(sent.flatMap((one) => ('kept' in one ? [[one.kept.sha256, one.kept] as const] : []))).values(),
  ];
  const isLink = Link.safeParse(link).success;
  return {
    evidence: [
      ...(link && isLink ? [{ evidenceKind: 'link' as const, link }] : []),
      ...kept.map((one) => ({ evidenceKind: 'file' as const, ...one })),
    ],
    link,
    kept,
    wrong: [
      ...(link && !isLink ? [say('error.invalid', { field: say('duty.report.evidence') })] : []),
      ...sent.flatMap((one) => ('not' in one ? [say(WRONG[one.not], { name: one.filename })] : [])),
    ],
  };
};
