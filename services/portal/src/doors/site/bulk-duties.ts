import { randomUUID } from 'node:crypto';
import {
  AskExtension,
  type Command,
  DelegateObligation,
  DischargeObligation,
  Verdict,
} from '@madang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { BulkWord, DutyRow, ForAll } from '../../pages/inbox-table.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

const Fields = z.record(z.string(), z.string().max(100_000).catch('')).catch({});
const What = z.enum(['answer', 'extend', 'delegate']).catch('answer');
const Until = z.iso.date();

/** What became of the duties of a form, each by itself. */
export type BulkOutcome = {
  readonly what: BulkWord;
  readonly rows: ReadonlyMap<string, DutyRow>;
  readonly forAll: ForAll;
  /** What is wrong with the form as a whole: then nobody was asked. */
  readonly wrong: string | null;
};

/** Takes one form about many duties: each is a command of its own, so that one that is refused keeps no other. */
export const bulkDuties = (lang: Lang, deps: SiteDeps) => {
  const { site } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const names = { note: say('inbox.note'), reason: say('duty.reason'), until: say('duty.extend.until') };

  return async (request: FastifyRequest, reply: FastifyReply, isElsewhere: boolean): Promise<BulkOutcome> => {
    const fields = Fields.parse(request.body ?? {});
    const formId = FormId.catch(() => randomUUID()).parse(fields.id);
    const what = What.parse(fields.what);
    const of = (name: string): string => fields[name]?.trim() ?? '';
    const forAll: ForAll = { until: of('until'), to: of('to'), reason: of('reason') };
    const ids = [
      ...new Set(
        Object.keys(fields).flatMap((name) => {
          const id = FormId.safeParse(name.slice(name.indexOf('.') + 1));
          return /^(verdict|pick)\./.test(name) && id.success ? [id.data] : [];
        }),
      ),
    ];
    const missing = (field: string): string => say('error.missing', { field });
    const wrong =
      what === 'answer'
        ? null
        : !ids.some((id) => of(`pick.${id}`))
          ? say('inbox.pick.none')
          : !forAll.reason
            ? missing(names.reason)
            : what === 'extend' && !Until.safeParse(forAll.until).success
              ? missing(names.until)
              : what === 'delegate' && !FormId.safeParse(forAll.to).success
                ? missing(say('duty.delegate.to'))
                : null;

    const asked = (id: string): readonly [Command, object] | string | undefined => {
      const [note, verdict] = [of(`note.${id}`), of(`verdict.${id}`)];
      if (what === 'answer') {
        const meant = Verdict.safeParse(verdict);
        if (!meant.success) return note ? missing(say('inbox.answer')) : undefined;
        const said = note ? { note: { lang, text: note } } : {};
        return [DischargeObligation, { obligationId: id, verdict: meant.data, ...said }];
      }
      if (!of(`pick.${id}`)) return undefined;
      const reason = { lang, text: forAll.reason };
      return what === 'extend'
        ? [
            AskExtension,
            {
              ...{ obligationId: id, until: forAll.until, reason },
              extensionId: thingOf({ id: `${formId}/extension/${id}` }),
            },
          ]
        : [DelegateObligation, { obligationId: id, toInstitutionId: forAll.to, reason }];
    };
    const rows = new Map<string, DutyRow>();
    for (const id of ids) {
      const row = {
        ...{ what, verdict: of(`verdict.${id}`), note: of(`note.${id}`), isPicked: of(`pick.${id}`) !== '' },
      };
      const wish = asked(id);
      const duty = wish && !wrong ? await site.duty(id) : undefined;
      // What was typed or picked beside what is asked for now stays.
      if (!duty || !wish || typeof wish === 'string' || isElsewhere) {
        if (row.verdict || row.note || row.isPicked)
          rows.set(id, { ...row, isTaken: false, wrong: typeof wish === 'string' ? wish : null });
        continue;
      }
      const [command, content] = wish;
      const { status, errors } = await take(
        ...([request, reply, command, thingOf({ id: `${formId}/${what}/${id}` })] as const),
        { forumId: duty.forumId, ...content } as never,
        names,
      );
      rows.set(id, { ...row, isTaken: status === 200, wrong: errors[0]?.message ?? null });
    }
    return { what, rows, forAll, wrong: isElsewhere ? say('error.elsewhere') : wrong };
  };
};
