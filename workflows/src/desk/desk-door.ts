import { type Actor, type Query, type QueryAnswer, QueryEnvelope } from '@madang/contracts';
import { notAnswering } from '@madang/messaging';
import { rolesIn } from '@madang/service-kit';

export type Answering = (body: unknown, actor: Actor) => Promise<unknown>;

/** A door of the desk: parse, permit, answer; what is not quiet in time is a 503 that says what it waits for. */
export const door =
  (query: Query, answer: Answering) =>
  async (message: unknown): Promise<QueryAnswer> => {
    const envelope = QueryEnvelope.safeParse(message);
    const body = envelope.success ? query.body.safeParse(envelope.data.body) : undefined;
    if (!envelope.success || !body?.success)
      return {
        status: 400,
        issues:
          (body?.error ?? envelope.error)?.issues.map((one) => ({
            path: one.path.join('/'),
            code: one.code ?? 'invalid',
            message: one.message,
          })) ?? [],
      };
    const permitted = query.by;
    const roles = rolesIn(envelope.data.actor, (body.data as { readonly forumId?: string }).forumId);
    if (permitted !== 'anyone' && !roles.some((role) => permitted.includes(role) || role === 'process'))
      return { status: 403, refusal: { code: 'not-permitted', facts: {}, remedy: 'This is for operators.' } };
    try {
      const result = await answer(body.data, envelope.data.actor);
      if (result === undefined)
        return {
          status: 404,
          refusal: { code: 'unknown-process', facts: {}, remedy: 'Check the id of the process.' },
        };
      return { status: 200, result, heard: {} };
    } catch (fault) {
      const what = (fault as { notQuiet?: string }).notQuiet;
      if (what === undefined) throw fault;
      return notAnswering('not-quiet', { waitsFor: what }, 1);
    }
  };
