import {
  type Answer,
  type CommandEnvelope,
  type EventEnvelope,
  NO_FORUM,
  type Refusal,
} from '@madang/contracts';
import { type AggregateRef, type Decision, type Given, type Request, unknown } from '@madang/decider';
import { changedRows, fold, type Holding, holdMore, keyOf } from './aggregates.ts';
import { applyFacts } from './apply-facts.ts';
import { clocksIn, type ForumNow, keepClocks } from './clocks.ts';
import type { Db } from './database.ts';
import { eraseKeysNamedIn } from './erasure.ts';
import { firstLook } from './first-look.ts';
import { rememberedAnswers } from './remembered.ts';
import { secondLook } from './second-look.ts';
import { addKeys, type KeyRing, type MadeKeys, sealTexts } from './texts.ts';
import type { RecordContext, Recorded, Submission } from './types.ts';
import { type AnswerRow, writeAll } from './write-all.ts';
import { type Accepted, type Drafted, effectOf, numbered, secretRows } from './write-events.ts';

type Outcome =
  | { readonly submission: Submission; readonly answer: Exclude<Answer, { status: 200 }> }
  | { readonly submission: Submission; readonly drafted: readonly Drafted[] };

/** An answer fits into one message: of a command that did more, it names the first. */
const MOST_EFFECTS = 6_000;

const no = (
  status: 404 | 409,
  code: string,
  remedy: string,
  facts: Refusal['facts'] = {},
): Exclude<Answer, { status: 200 }> => ({
  status,
  refusal: { code, facts, remedy },
});

/** A forum may be spoken of before its clock is known only by the command that founds it. */
const founding = (envelope: CommandEnvelope, wallNow: string): string | undefined => {
  if (envelope.type !== 'forums.found-forum.v1') return undefined;
  const body = envelope.body as { readonly clock?: string; readonly startsAt?: string };
  return body.clock === 'stepped' ? (body.startsAt ?? wallNow) : wallNow;
};

const refusalOf = (decision: Exclude<Decision, { kind: 'accepted' }>): Exclude<Answer, { status: 200 }> => ({
  status: decision.kind === 'refused' ? 409 : 404,
  refusal: decision.refusal,
});

/**
 * Decides commands in one transaction, each on what the one before it left, and writes states, facts, texts, rows and
 * remembered answers. Throws when anything fails; then nothing has happened.
 */
export const decideBatch = async (
  context: RecordContext,
  tx: Db,
  batch: readonly Submission[],
): Promise<Recorded> => {
  const wallNow = context.wallNow();
  const ids = batch.map((one) => one.envelope.id);
  const persons = batch.flatMap((one) => one.handler.sealsUnder(one.envelope.body as never) ?? []);
  const known = await firstLook(
    tx,
    ids,
    batch.map((one) => one.envelope.forumId),
    persons,
  );
  const sealing: Sealing = {
    clocks: clocksIn(known.clocks, wallNow),
    wallNow,
    ring: addKeys(new Map(), context.masterKey, known.keys),
    made: new Map(),
    erased: new Set(known.erased),
  };
  const free = new Set(known.free);
  const all = batch
    .filter((one) => free.has(one.envelope.id))
    .map((one) => prepare(context, tx, one, sealing));
  const touching = all.flatMap((one) => ('accepted' in one ? [one] : []));
  const { seen, holding } = await secondLook(
    tx,
    ids,
    touching.flatMap(({ submission: { handler }, body }) => [
      handler.on(body as never),
      ...handler.also(body as never),
    ]),
    touching.flatMap(({ submission: { handler }, body }) => handler.reads(body as never)),
  );
  const remembered = rememberedAnswers(batch, known.free, seen);
  const prepared = all.filter((one) => !remembered.has(one.submission.envelope.id));
  if (prepared.length === 0)
    return { answers: batch.map((one) => remembered.get(one.envelope.id) as Answer), events: [] };
  const found = new Map<Prepared, readonly AggregateRef[]>();
  for (const one of prepared)
    if ('accepted' in one && one.submission.handler.finds) {
      const refs = await one.submission.handler.finds(context.rows(tx) as never, one.body as never);
      await holdMore(tx, refs, holding);
      found.set(one, refs);
    }
  const atStart = new Map([...holding].map(([key, held]) => [key, held.version]));

  const outcomes: Outcome[] = [];
  for (const one of prepared)
    outcomes.push(
      'answer' in one ? one : await decideOne(context, tx, one, { holding, found: found.get(one) ?? [] }),
    );
  context.at('decided');

  const accepted = outcomes.flatMap((one) => ('drafted' in one ? one.drafted : []));
  const { head, events: written } = await numbered(tx, context.service.name, accepted, wallNow);
  const events = written.map((one) => one.event);
  const changed = new Map(
    accepted.map(({ happened: { on }, by }) => [
      keyOf(on),
      { ref: on, forumId: by.envelope.forumId, wasNew: !atStart.has(keyOf(on)) },
    ]),
  );
  const answers = answersOf(context, outcomes, events, head);
  await writeAll(tx, {
    events: written,
    changed: changedRows([...changed.values()], holding),
    secrets: secretRows([...new Set(accepted.map((one) => one.by))]),
    answers: toRemember(outcomes, answers),
  });
  await keepClocks(tx, events);
  await applyFacts(context.service.projections, context.rows(tx), events);
  await eraseKeysNamedIn(tx, events);
  context.at('before-commit');
  return {
    answers: batch.map((one) => remembered.get(one.envelope.id) ?? (answers.get(one.envelope.id) as Answer)),
    events,
  };
};

type Prepared =
  | { readonly submission: Submission; readonly answer: Exclude<Answer, { status: 200 }> }
  | { readonly submission: Submission; readonly body: unknown; readonly accepted: Accepted };

/** What the bodies of a batch are sealed with. */
type Sealing = {
  readonly clocks: ForumNow;
  readonly wallNow: string;
  readonly ring: KeyRing;
  readonly made: MadeKeys;
  readonly erased: ReadonlySet<string>;
};

const prepare = (
  context: RecordContext,
  tx: Db,
  submission: Submission,
  { clocks, wallNow, ring, made, erased }: Sealing,
): Prepared => {
  const { envelope, handler, bodyHash } = submission;
  const isOfNone = handler.ofNoForum && envelope.forumId === NO_FORUM;
  const now = isOfNone ? wallNow : (clocks(envelope.forumId) ?? founding(envelope, wallNow));
  if (!now)
    return {
      submission,
      answer: no(404, 'unknown-forum', 'Check the forum id; found the forum first.', {
        forumId: envelope.forumId,
      }),
    };
  const personId = handler.sealsUnder(envelope.body as never);
  if (personId && erased.has(personId))
    return {
      submission,
      answer: no(
        409,
        'person-erased',
        'What belonged to this person was erased for good; use another pseudonymous id.',
        { personId },
      ),
    };
  const unfit = handler.admits?.(context.rows(tx) as never, envelope.body as never);
  if (unfit && unfit.kind !== 'accepted') return { submission, answer: refusalOf(unfit) };
  const { body, texts, keys } = sealTexts(
    context.masterKey,
    ring,
    made,
    envelope.id,
    envelope.body,
    personId,
  );
  return { submission, body, accepted: { envelope, bodyHash, now, texts, keys } };
};

/** Whether a thing began in another forum than the one that a command was sent for. */
const elsewhere =
  (context: RecordContext, forumId: string, holding: Holding) =>
  (ref: AggregateRef): boolean =>
    (holding.get(keyOf(ref))?.forumId ?? forumId) !== forumId &&
    !context.service.aggregates.some((one) => one.type === ref.type && one.ofManyForums);

const decideOne = async (
  context: RecordContext,
  tx: Db,
  one: Extract<Prepared, { body: unknown }>,
  { holding, found }: { readonly holding: Holding; readonly found: readonly AggregateRef[] },
): Promise<Outcome> => {
  const { submission, body, accepted } = one;
  const { envelope, handler } = submission;
  const on = handler.on(body as never);
  const isElsewhere = elsewhere(context, envelope.forumId, holding);
  const foreign = [on, ...handler.also(body as never), ...found].find(isElsewhere);
  if (foreign) return { submission, answer: refusalOf(unknown(foreign.type, foreign.id)) };
  const held = holding.get(keyOf(on));
  const version = held?.version ?? 0;
  if (envelope.expects !== undefined && envelope.expects !== version)
    return {
      submission,
      answer: no(409, 'changed-meanwhile', 'Somebody was faster: read again and decide anew.', {
        expected: envelope.expects,
        is: version,
      }),
    };
  const request: Request<unknown> = {
    id: envelope.id,
    actor: envelope.actor,
    forumId: envelope.forumId,
    now: accepted.now,
    body,
  };
  const look = handler.looks ? await handler.looks(context.rows(tx) as never, request as never) : undefined;
  const given: Given<unknown, unknown> = {
    self: held?.state,
    version,
    of: <T>(ref: AggregateRef<T>) =>
      !handler.readsAcross && isElsewhere(ref)
        ? undefined
        : (holding.get(keyOf(ref))?.state as T | undefined),
    look,
  };
  const decision = handler.decide(request as never, given as never);
  if (decision.kind !== 'accepted') return { submission, answer: refusalOf(decision) };
  const aggregates = new Map(context.service.aggregates.map((aggregate) => [aggregate.type, aggregate]));
  const drafted = decision.events.map((happened, index) => {
    const event = { type: happened.type, data: happened.data, time: accepted.now, actor: envelope.actor };
    return {
      happened,
      index,
      by: accepted,
      version: fold(aggregates, holding, happened.on, event, envelope.forumId),
    };
  });
  return { submission, drafted };
};

const answersOf = (
  context: RecordContext,
  outcomes: readonly Outcome[],
  events: readonly EventEnvelope[],
  head: number,
): ReadonlyMap<string, Answer> => {
  const byCommand = Map.groupBy(events, (event) => event.commandid);
  return new Map(
    outcomes.map((outcome): [string, Answer] => {
      const { id } = outcome.submission.envelope;
      if ('answer' in outcome) return [id, outcome.answer];
      const own = byCommand.get(id) ?? [];
      const sequence = own.at(-1)?.sequence ?? head;
      return [
        id,
        {
          status: 200,
          source: context.service.name,
          sequence,
          effects: own.slice(0, MOST_EFFECTS).map(effectOf),
        },
      ];
    }),
  );
};

/** Refusals are remembered too: the same command id always gets the same answer. */
const toRemember = (
  outcomes: readonly Outcome[],
  answers: ReadonlyMap<string, Answer>,
): readonly AnswerRow[] =>
  outcomes
    .filter((outcome) => !('answer' in outcome) || outcome.answer.status === 409)
    .map(({ submission: { envelope, bodyHash } }) => ({
      id: envelope.id,
      type: envelope.type,
      body_hash: bodyHash,
      answer: answers.get(envelope.id),
    }));
