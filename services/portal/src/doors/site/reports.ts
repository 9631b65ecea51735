import { randomUUID } from 'node:crypto';
import { Completion, ReportProgress } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { ReportRow, Typed } from '../../pages/reports-form.tsx';
import type { DutyFound } from '../../queries/institution.ts';
import { MOST_BYTES } from '../evidence-store.ts';
import { anyone } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { commitmentsOf } from './commitments-of.ts';
import type { dutyPass } from './duty-pass.ts';
import { readForm } from './read-form.ts';
import { sentEvidence } from './sent-evidence.ts';
import { settled } from './settled.ts';
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
    readonly kept?: ReportRow['kept'];
    readonly rows?: ReadonlyMap<string, ReportRow>;
  },
) => Promise<FastifyReply>;

/** Files of a whole form, one after the other; each has its own limit. */
const MOST_IN_ALL = 20 * MOST_BYTES;
/** Milliseconds for which the page waits until the last report has discharged the duty, before it shows how it stands. */
const UNTIL_SETTLED = 2_000;
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

  const rights = { ...anyone, bodyLimit: MOST_IN_ALL };
  app.post('/duties/:id/reports', rights, async (request, reply) => {
    const duty = await site.duty(FormId.catch('').parse((request.params as { readonly id?: string }).id));
    if (!duty?.windowId) return reply.code(404).type('text/html; charset=utf-8').send(notFoundPage(lang));
    const { forumId, windowId } = duty;
    const isElsewhere = isFromElsewhere(request);
    const { actor, isYours } = await pass.actorFor(request, reply, duty);
    const form = await readForm(request, deps.evidence, isYours && !isElsewhere);
    const formId = FormId.catch(() => randomUUID()).parse(form.typed('id'));
    const { take } = takingForms(lang, { ...deps, actorOf: () => actor });

    const report = async (commitmentId: string, milestoneId: string, before: string): Promise<ReportRow> => {
      const typedIn = (name: string): string => form.typed(`${name}.${milestoneId}`).trim();
      const [progress, challenges] = [typedIn('progress'), typedIn('challenges')];
      const { evidence, link, kept, wrong } = sentEvidence(form, `evidence.${milestoneId}`, say);
      const completion = Completion.safeParse(typedIn('completion'));
      const typed = { completion: typedIn('completion'), progress, challenges, evidence: link };
      const notTaken = (why: string | null): ReportRow => ({ isTaken: false, wrong: why, typed, kept });
      if (isElsewhere) return notTaken(say('error.elsewhere'));
      const hasEvidence = link !== '' || kept.length > 0 || wrong.length > 0;
      if (!completion.success)
        return notTaken(
          isSame(progress, before) && !challenges && !hasEvidence ? null : say('duty.report.choose'),
        );
      if (!progress) return notTaken(say('error.missing', { field: say('duty.report.progress') }));
      if (wrong.length > 0) return notTaken(wrong.join(' '));
      const { status, errors } = await take(
        request,
        reply,
        ReportProgress,
        thingOf({ id: `${formId}/report/${milestoneId}` }),
        {
          ...{ forumId, windowId, commitmentId, milestoneId, completion: completion.data },
          progress: text(progress),
          ...(challenges ? { challenges: text(challenges) } : {}),
          evidence: [...evidence],
        },
        names,
      );
      return { isTaken: status === 200, wrong: errors[0]?.message ?? null, typed, kept };
    };

    const rows = new Map<string, ReportRow>();
    for (const id of await commitmentsOf(site, duty, 50)) {
      const commitment = await site.commitment(id, duty.dueOn);
      for (const { milestoneId, reports } of commitment?.milestones ?? []) {
        if (!form.has(`completion.${milestoneId}`)) continue;
        const last = reports[0]?.progress;
        rows.set(milestoneId, await report(id, milestoneId, last?.state === 'there' ? last.words : ''));
      }
    }
    const all = [...rows.values()];
    if (all.some((one) => one.isTaken) && !all.some((one) => one.wrong)) {
      await settled(site, duty, UNTIL_SETTLED);
      return reply.redirect(`/${lang}/duties/${duty.id}?done=1`, 303);
    }
    const wrong = all.some((one) => one.wrong) ? say('duty.reports.some') : say('duty.reports.none');
    return show(request, reply, duty, { status: isElsewhere ? 403 : 409, wrong, rows });
  });
};
