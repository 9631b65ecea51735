import { randomUUID } from 'node:crypto';
import { asWritten, type Command, type InputOf, lettersIn, PURPOSE_NAMESPACE } from '@madang/contracts';
import type { Asker } from '@madang/messaging';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import type { FormError, Typed } from '../../pages/kit/form.tsx';
import { refusalIn } from '../../pages/messages/refusal-in.ts';
import { type Lang, saying } from '../../pages/messages/say.ts';
import type { Heard, Site } from '../../queries/site.ts';
import type { Cookies } from '../cookies.ts';
import { type ActorOf, isFromElsewhere } from '../who.ts';

export type FormDeps = {
  readonly asker: Asker;
  readonly actorOf: ActorOf;
  readonly site: Site;
  readonly heard: Heard;
  readonly cookies: Cookies;
};

export const FormId = z.uuid().lowercase();
const Field = z.string().transform(asWritten).optional().catch(undefined);
const Sent = z.object({
  id: FormId.catch(() => randomUUID()),
  title: Field,
  body: Field,
  text: Field,
  clause: Field,
  kind: z.enum(['person', 'organisation']).catch('person'),
  lang: z.enum(['ko', 'en']).catch('ko'),
});
/** What a form sends; what cannot be read is as if it had not been sent. */
export type Sent = z.infer<typeof Sent>;
/** How a form is shown: what was typed, what is wrong with it, and under which status. */
export type Shown = {
  readonly id: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly status: number;
};

/** Milliseconds within which somebody hears that it was taken, or that it must be sent again. */
const PATIENCE = 4_500;
/** Milliseconds for which the page of what was sent is waited for before it is shown as coming. */
const UNTIL_SHOWN = 2_000;

export const emptyForm = (): Shown => ({ id: randomUUID(), typed: {}, errors: [], status: 200 });
export const sentIn = (request: FastifyRequest): Sent => Sent.parse(request.body ?? {});
/** What a form names it sends: the same form sent again is the same thing. */
export const thingOf = (sent: Pick<Sent, 'id'>): string => uuidv5(`form/${sent.id}`, PURPOSE_NAMESPACE);

/**
 * The command a form is for: the same form with the same words is the same command, however often it is sent. Words that
 * were mended after a refusal make another, for a refusal is remembered with its id. What it makes keeps its name.
 */
const commandOf = (formId: string, body: object): string => uuidv5(JSON.stringify(body), formId);

/** How forms are taken, in a language. */
export const takingForms = (lang: Lang, { asker, actorOf, heard }: FormDeps) => {
  const say = saying(lang);
  return {
    /** What is wrong with a form before anybody is asked. `fields` with the most characters each may have. */
    wrongWith: (
      request: FastifyRequest,
      sent: Sent,
      fields: readonly (readonly ['title' | 'body' | 'text', number])[],
    ): readonly FormError[] => {
      if (isFromElsewhere(request)) return [{ message: say('error.elsewhere') }];
      return fields.flatMap(([field, most]) => {
        const value = sent[field]?.trim() ?? '';
        const name = say(`form.${field}`);
        if (value === '') return [{ field, message: say('error.missing', { field: name }) }];
        return lettersIn(value) > most ? [{ field, message: say('error.tooLong', { field: name }) }] : [];
      });
    },
    /** Asks for what a form is for, and waits until it can be seen. @returns what keeps it from being taken */
    take: async <C extends Command>(
      request: FastifyRequest,
      reply: FastifyReply,
      command: C,
      id: string,
      body: InputOf<C> & { readonly forumId: string },
      /** What the person calls the fields, by the first part of an issue's path. */
      fields: Readonly<Record<string, string>>,
      patience = PATIENCE,
    ): Promise<Pick<Shown, 'status' | 'errors'> & { readonly sequence?: number }> => {
      const actor = actorOf(request, reply);
      const asked = {
        id: commandOf(id, body),
        type: command.type,
        actor,
        forumId: body.forumId,
        correlationId: id,
        after: {},
        body,
      };
      const answer = await asker.command(asked, patience);
      if (answer.status === 200) {
        await heard(answer.source, answer.sequence, UNTIL_SHOWN);
        return { status: 200, errors: [], sequence: answer.sequence };
      }
      if (answer.status === 503) return { status: 503, errors: [{ message: say('error.away') }] };
      if (answer.status !== 400)
        return {
          status: answer.status,
          errors: [{ message: refusalIn(lang, answer.refusal) }],
        };
      const errors = answer.issues.map((issue): FormError => {
        const field = issue.path.replace(/^body\//, '').split('/')[0] ?? '';
        const name = fields[field];
        return name
          ? { field, message: say('error.invalid', { field: name }) }
          : { message: say('error.refused', { why: issue.path }) };
      });
      return { status: 400, errors };
    },
  };
};
