import type { Actor, TextRef } from '@madang/contracts';
import type { AggregateRef, CommandHandler, Decision, Given, Happened, Request } from '@madang/decider';
import { aggregates } from '../domain/aggregates.ts';
import { forumId, NOW, secretariat } from './names.ts';

/** A fact that has happened, and who brought it about. */
export type Past = Happened & { readonly actor?: Actor };

type Standing = {
  readonly facts?: readonly Past[];
  readonly actor?: Actor;
  readonly now?: string;
  readonly look?: unknown;
  /** What `finds` found. */
  readonly found?: readonly AggregateRef[];
};

const keyOf = (ref: AggregateRef): string => `${ref.type}/${ref.id}`;

/** A text sealed as the record would, its hash being the text itself. */
export const sealed = (text: string): TextRef => ({
  textId: '00000000-0000-4000-8000-0000000000ff',
  lang: 'ko',
  length: text.length,
  visibility: 'public',
  digest: text,
});

const withoutTexts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutTexts);
  if (typeof value !== 'object' || value === null) return value;
  if ('text' in value && 'lang' in value) return sealed(String(value.text));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutTexts(one)]));
};

/** Texts are kept by the kit; what their facts say is enough here. */
const ofTheKit = (
  state: object | undefined,
  { type, data }: { readonly type: string; readonly data: object },
): object => ({
  ...state,
  ...data,
  withdrawn: type.endsWith('.withdrawn.v1'),
});

const statesAfter = (facts: readonly Past[]): ReadonlyMap<string, unknown> => {
  const states = new Map<string, unknown>();
  for (const { on, type, data, actor } of facts) {
    const known = aggregates.find((one) => one.type === on.type);
    const evolve = (known?.evolve ?? ofTheKit) as (state: unknown, event: object) => unknown;
    states.set(
      keyOf(on),
      evolve(states.get(keyOf(on)), { type, data, time: NOW, ...(actor ? { actor } : {}) }),
    );
  }
  return states;
};

/** Asks a command after some facts, through its contract; it sees only what it says it locks. */
export const asking = (handler: CommandHandler<never>, body: object, standing: Standing = {}): Decision => {
  const parsed = withoutTexts(handler.command.body.parse({ forumId, ...body })) as never;
  const states = statesAfter(standing.facts ?? []);
  const on = handler.on(parsed);
  const locked = new Set(
    [on, ...handler.also(parsed), ...handler.reads(parsed), ...(standing.found ?? [])].map(keyOf),
  );
  const of = (ref: AggregateRef): unknown => (locked.has(keyOf(ref)) ? states.get(keyOf(ref)) : undefined);
  const given = { self: of(on), version: 0, of, look: standing.look } as Given<never, never>;
  const request: Request<never> = {
    id: forumId,
    forumId,
    actor: standing.actor ?? secretariat,
    now: standing.now ?? NOW,
    body: parsed,
  };
  return handler.decide(request, given);
};

/** The facts that a refusal stands on. */
export const refusalFacts = (decision: Decision): object =>
  decision.kind === 'accepted' ? {} : decision.refusal.facts;

/** What happened, by the last two parts of the fact's type; a refusal by its code. */
export const told = (decision: Decision): readonly string[] =>
  decision.kind === 'accepted'
    ? decision.events.map((one) => one.type.split('.').slice(1, 3).join('.'))
    : [`refused: ${decision.refusal.code}`];

/** The data of the facts that happened. */
export const dataOf = (decision: Decision): readonly unknown[] =>
  decision.kind === 'accepted' ? decision.events.map((one) => one.data) : [];

/** What is said when nothing needed to happen. */
export const NOTHING: readonly string[] = [];
