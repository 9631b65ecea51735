import { randomUUID } from 'node:crypto';
import { Completion, ReportProgress } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Key, type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { ReportRow, Typed } from '../../pages/reports-form.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { commitmentsOf } from './commitments-of.ts';
import type { dutyPass } from './duty-pass.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

export type ShowDuty = (
  request: FastifyRequest,
  reply: FastifyReply,
  duty: DutyFound | undefined,
  how?: {
    readonly status?: number;
    readonly wrong?: string | null;
    readonly typed?: Typed;
    readonly rows?: ReadonlyMap<string, ReportRow>;
  },
) => Promise<FastifyReply>;

const Fields = z.record(z.string(), z.string().max(100_000).catch('')).catch({});
/** Texts of a form have line ends of their own. */
const isSame = (a: string, b: string): boolean =>
  a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();

/** Reports on many milestones in one form, each sent as a command of its own; what was not taken is shown again as it was typed. */
export const reportRoutes = (
  app: FastifyInstance,
  lang: Lang,
  deps: SiteDeps,
  { pass, show }: { readonly pass: ReturnType<typeof dutyPass>; readonly show: ShowDuty },
): void => {
  const { site } = deps;
  const say = saying(lang);
  const names = {
    progress: say('duty.report.progress'),
    challenges: say('duty.report.challenges'),
    evidence: say('duty.report.evidence'),
  };
  const text = (said: string) => ({ lang, text: said });

  app.post('/duties/:id/reports', anyone, async (request, reply) => {
    const duty = await site.duty(FormId.catch('').parse((request.params as { readonly id?: string }).id));
    if (!duty?.windowId) return reply.code(404).type('text/html; charset=utf-8').send(notFoundPage(lang));
    const { forumId, windowId } = duty;
    const fields = Fields.parse(request.body ?? {});
    const formId = FormId.catch(() => randomUUID()).parse(fields.id);
    const isElsewhere = isFromElsewhere(request);
    const { actor } = await pass.actorFor(request, reply, duty);
    const { take } = takingForms(lang, { ...deps, actorOf: () => actor });

    const report = async (commitmentId: string, milestoneId: string, before: string): Promise<ReportRow> => {
      const typedIn = (name: string): string => fields[`${name}.${milestoneId}`]?.trim() ?? '';
      const [progress, challenges, evidence] = ['progress', 'challenges', 'evidence'].map(typedIn) as [
        ...[string, string, string],
      ];
      const completion = Completion.safeParse(typedIn('completion'));
      const typed = { completion: typedIn('completion'), progress, challenges, evidence };
      if (isElsewhere) return { isTaken: false, wrong: say('error.elsewhere'), typed };
      const missing = (field: Key) => ({
        ...{ isTaken: false, wrong: say('error.missing', { field: say(field) }), typed },
      });
      if (!completion.success)
        return isSame(progress, before) && !challenges && !evidence
          ? { isTaken: false, wrong: null, typed }
          : { isTaken: false, wrong: say('duty.report.choose'), typed };
      if (!progress) return missing('duty.report.progress');
      const { status, errors } = await take(
        request,
        reply,
        ReportProgress,
        thingOf({ id: `${formId}/report/${milestoneId}` }),
        {
          ...{ forumId, windowId, commitmentId, milestoneId, completion: completion.data },
          progress: text(progress),
          ...(challenges ? { challenges: text(challenges) } : {}),
          evidence: evidence ? [{ evidenceKind: 'link', link: evidence }] : [],
        },
        names,
      );
      return { isTaken: status === 200, wrong: errors[0]?.message ?? null, typed };
    };

    const rows = new Map<string, ReportRow>();
    for (const id of await commitmentsOf(site, duty, 50)) {
      const commitment = await site.commitment(id, duty.dueOn);
      for (const { milestoneId, reports } of commitment?.milestones ?? []) {
        if (fields[`completion.${milestoneId}`] === undefined) continue;
        const last = reports[0]?.progress;
        rows.set(milestoneId, await report(id, milestoneId, last?.state === 'there' ? last.words : ''));
      }
    }
    const all = [...rows.values()];
    if (all.some((one) => one.isTaken) && !all.some((one) => one.wrong))
      return reply.redirect(`/${lang}/duties/${duty.id}?done=1`, 303);
    const wrong = all.some((one) => one.wrong) ? say('duty.reports.some') : say('duty.reports.none');
    return show(request, reply, duty, { status: isElsewhere ? 403 : 409, wrong, rows });
  });
};
