import type { Actor, FreeText, TextRef } from '@madang/contracts';
import type { AggregateRef, Decision } from './aggregate.ts';
import type { CommandHandler, Given, Request } from './handlers.ts';
import type { AnyAggregate } from './service.ts';

type Scene = { readonly now: string; readonly actor: Actor; readonly look?: unknown; readonly id?: string };

const isText = (value: object): value is FreeText => 'text' in value && 'lang' in value;
const refOf = (text: FreeText): TextRef => ({
  textId: '00000000-0000-4000-8000-0000000000ff',
  lang: text.lang,
  length: text.text.length,
  visibility: text.visibility,
  digest: text.text,
});
const sealed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sealed);
  if (typeof value !== 'object' || value === null) return value;
  if (isText(value)) return refOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sealed(one)]));
};
const keyOf = (ref: AggregateRef): string => `${ref.type}/${ref.id}`;

/**
 * For specs: plays commands of a service in memory, each on what the ones before it left, as the record would: bodies pass
 * their contract, texts are sealed, a decision sees only what its handler says it locks.
 * @returns `ask`, which gives the decision and takes what it accepts into the states
 */
export const play = (aggregates: readonly AnyAggregate[]) => {
  const states = new Map<string, unknown>();
  const byType = new Map(aggregates.map((one) => [one.type, one]));
  return {
    ask: (handler: CommandHandler<never>, body: object, scene: Scene): Decision => {
      const parsed = sealed(handler.command.body.parse(body)) as never;
      const on = handler.on(parsed);
      const locked = new Set([on, ...handler.also(parsed), ...handler.reads(parsed)].map(keyOf));
      const of = (ref: AggregateRef): unknown =>
        locked.has(keyOf(ref)) ? states.get(keyOf(ref)) : undefined;
      const { forumId } = parsed as { readonly forumId: string };
      const request: Request<never> = {
        id: scene.id ?? forumId,
        forumId,
        actor: scene.actor,
        now: scene.now,
        body: parsed,
      };
      const decision = handler.decide(request, { self: of(on), version: 0, of, look: scene.look } as Given<
        never,
        never
      >);
      if (decision.kind === 'accepted')
        for (const { on: ref, type, data } of decision.events) {
          const evolve = byType.get(ref.type)?.evolve as (state: unknown, event: object) => unknown;
          states.set(
            keyOf(ref),
            evolve(states.get(keyOf(ref)), { type, data, time: scene.now, actor: scene.actor }),
          );
        }
      return decision;
    },
  };
};

/** What a decision comes to: the types that happened, `nothing` when it was so already, or the code of the refusal. */
export const outcomeOf = (decision: Decision): string => {
  if (decision.kind !== 'accepted') return decision.refusal.code;
  return decision.events.length === 0
    ? 'already so'
    : decision.events.map((event) => event.type.split('.').slice(1, 3).join('.')).join(', ');
};
