import { randomUUID } from 'node:crypto';
import { AddEvidence } from '@madang/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { evidencePage } from '../../pages/evidence-page.tsx';
import type { KeptFile } from '../../pages/kit/evidence-input.tsx';
import { type Lang, saying } from '../../pages/messages/say.ts';
import { notFoundPage } from '../../pages/not-found-page.tsx';
import type { CommitmentPage } from '../../queries/commitments.ts';
import { MOST_BYTES } from '../evidence-store.ts';
import { only } from '../rights/by.ts';
import { isFromElsewhere } from '../who.ts';
import { readForm } from './read-form.ts';
import { sentEvidence } from './sent-evidence.ts';
import type { SiteDeps } from './site-deps.ts';
import { FormId, takingForms, thingOf } from './taking-forms.ts';

/** Milestones on which whoever asks may hand in evidence: what its institution leads, or reports on for another. */
export const mayProve = async (
  { site, actorOf }: SiteDeps,
  request: FastifyRequest,
  { cycleId, milestones, state }: CommitmentPage,
): Promise<readonly string[]> => {
  const { institutionId, roles } = actorOf(request);
  if (state !== 'adopted') return [];
  if (roles.includes('secretariat')) return milestones.map((one) => one.milestoneId);
  if (!institutionId || !roles.includes('ministry')) return [];
  const leads = new Set([institutionId, ...(await site.answeredBy(institutionId, cycleId))]);
  return milestones.flatMap((one) => (leads.has(one.leadInstitutionId) ? [one.milestoneId] : []));
};

type Shown = {
  readonly status: number;
  readonly wrong: string;
  readonly milestone: string;
  readonly link: string;
  readonly kept: readonly KeptFile[];
};

/** Evidence of a milestone at any time: also after its reporting window has closed. */
export const evidenceForm = (app: FastifyInstance, lang: Lang, deps: SiteDeps): void => {
  const { site, evidence } = deps;
  const say = saying(lang);
  const { take } = takingForms(lang, deps);
  const html = (reply: FastifyReply, text: string): FastifyReply =>
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text);
  const ground = async (request: FastifyRequest) => {
    const id = FormId.catch('').parse((request.params as { readonly id?: string }).id);
    const cycleId = id ? await site.cycleOfCommitment(id) : undefined;
    const place = cycleId ? await site.place(cycleId) : undefined;
    const commitment = place && (await site.commitment(id, place.today));
    return commitment && { place, commitment, mayProve: await mayProve(deps, request, commitment) };
  };
  const show = async (request: FastifyRequest, reply: FastifyReply, shown?: Shown): Promise<FastifyReply> => {
    const found = await ground(request);
    if (!found) return html(reply.code(404), notFoundPage(lang));
    const { wrong = null, milestone = '', link = '', kept = [] } = shown ?? {};
    const isDone = (request.query as { readonly done?: string }).done !== undefined;
    const view = { ...found, wrong, milestone, link, kept, isDone, formId: randomUUID() };
    return html(reply.code(shown?.status ?? 200), evidencePage(view, lang));
  };
  app.get('/commitments/:id/evidence', only('ministry'), (request, reply) => show(request, reply));
  const rights = { ...only('ministry'), bodyLimit: 10 * MOST_BYTES };
  app.post('/commitments/:id/evidence', rights, async (request, reply) => {
    const found = await ground(request);
    if (!found) return html(reply.code(404), notFoundPage(lang));
    const isElsewhere = isFromElsewhere(request);
    const form = await readForm(request, evidence, found.mayProve.length > 0 && !isElsewhere);
    const sent = sentEvidence(form, 'evidence', say);
    const milestoneId = FormId.catch('').parse(form.typed('milestone'));
    const again = (status: number, wrong: string) =>
      show(request, reply, { status, wrong, milestone: milestoneId, link: sent.link, kept: sent.kept });
    if (isElsewhere) return again(403, say('error.elsewhere'));
    if (sent.wrong.length > 0) return again(400, sent.wrong.join(' '));
    if (!milestoneId) return again(400, say('error.unchosen', { field: say('evidence.milestone') }));
    if (sent.evidence.length === 0) return again(400, say('evidence.wrong.none'));
    const formId = FormId.catch(() => randomUUID()).parse(form.typed('id'));
    const { commitment, place } = found;
    for (const one of sent.evidence) {
      const what = one.evidenceKind === 'file' ? one.sha256 : one.link;
      const evidenceId = thingOf({ id: `${formId}/evidence/${milestoneId}/${what}` });
      const { status, errors } = await take(
        ...([request, reply, AddEvidence, evidenceId] as const),
        {
          ...{ forumId: place.forum.id, evidenceId, commitmentId: commitment.id, milestoneId },
          evidence: one,
        },
        { evidence: say('duty.report.evidence') },
      );
      if (status !== 200) return again(status, errors[0]?.message ?? '');
    }
    return reply.redirect(`/${lang}/commitments/${commitment.id}/evidence?done=1`, 303);
  });
};
