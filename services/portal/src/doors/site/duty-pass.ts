import { dayOf } from '@madang/calendar';
import { type Actor, InstitutionOn } from '@madang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DutyFound } from '../../queries/institution.ts';
import { linkIn } from './link-in.ts';
import type { FormDeps } from './taking-forms.ts';

const PASS = 'madang-duty';
const SECONDS = 30 * 60;

type DutyPass = {
  /** Whoever followed the link of a mail about a duty may answer that one duty, for half an hour. */
  readonly hand: (request: FastifyRequest, reply: FastifyReply, obligationId: string, token: string) => void;
  /** Who acts on a duty: whoever is signed in for its institution, else whoever came by a link and holds a post there today. */
  readonly actorFor: (
    request: FastifyRequest,
    reply: FastifyReply,
    duty: DutyFound,
  ) => Promise<{ readonly actor: Actor; readonly isYours: boolean }>;
};

/** The pass is the link itself, kept by a cookie of that one page; it is judged anew whenever it is shown. */
export const dutyPass = ({ asker, actorOf, site, cookies }: FormDeps): DutyPass => ({
  hand: (request, reply, obligationId, token) => {
    for (const lang of ['ko', 'en'])
      reply.setCookie(cookies.within(PASS), token, {
        ...{ ...cookies.kept(request, `/${lang}/duties/${obligationId}`), maxAge: SECONDS },
      });
  },
  actorFor: async (request, reply, duty) => {
    const actor = actorOf(request, reply);
    const theirs = [duty.actingInstitutionId, duty.institutionId];
    if (actor.institutionId && theirs.includes(actor.institutionId)) return { actor, isYours: true };
    const token = request.cookies[cookies.within(PASS)];
    const forum = token ? await site.forumAt(duty.forumId) : undefined;
    if (!token || !forum) return { actor, isYours: false };
    const link = await linkIn(asker, actor, token);
    const isGood =
      link?.purpose === 'notice' &&
      link.obligationId === duty.id &&
      (link.until === null || link.until >= forum.now);
    if (!link || !isGood) return { actor, isYours: false };
    for (const institutionId of theirs) {
      const body = { institutionId, on: dayOf(forum.now, forum.zone) };
      const answer = await asker.query({ type: InstitutionOn.type, actor, body });
      const posts = answer.status === 200 ? InstitutionOn.result.parse(answer.result).posts : [];
      if (posts.some(({ personId }) => personId === link.personId))
        return { actor: { id: link.personId, roles: ['ministry'], institutionId }, isYours: true };
    }
    return { actor, isYours: false };
  },
});
