import { RecordDelivery } from '@madang/contracts';
import { forumClocks, type RecordContext, type Recorder } from '@madang/record';
import { createTransport } from 'nodemailer';
import type { Rows } from '../adapters/rows.ts';
import { isMailDue } from '../domain/is-mail-due.ts';
import { isPast } from '../domain/is-past.ts';
import { askItself } from './ask-itself.ts';
import { groupNotices, hasGathered, toldIn, type Waiting } from './group-notices.ts';
import { keepTurn } from './keep-turn.ts';
import { letterOf } from './letter.ts';
import { saying } from './messages/say.ts';
import { outcomeOf } from './outcome-of.ts';
import { returnPathTo } from './return-path-to.ts';
import { untilOf } from './until-of.ts';

/** Digests that are not due stand in the way of nobody below this many. */
const AT_ONCE = 5_000;
const PAUSE = 2_000;
/** Tries a minute or two apart at first, an hour later: about a day in all. */
const MOST_TRIES = 30;
const HOUR = 3_600_000;
const PATIENCE = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };

export type Sending = {
  readonly context: RecordContext;
  readonly recorder: Recorder;
  readonly smtpUrl: string;
  readonly from: string;
  readonly portalUrl: string;
  /** Milliseconds for which what comes at once waits for more about the same subject. */
  readonly gather: number;
  /** Where mails that come back are taken: `bounces@example.org`; without it they come back to the sender. */
  readonly bounceAddress?: string | undefined;
  readonly onFault: (fault: unknown) => void;
};

/**
 * Sends notices that wait and records what became of each. Which notices go into a mail is settled before it is sent, and
 * its Message-ID is made from the first of them: one that is sent again after a kill between sending and recording is the
 * same mail to whoever receives it.
 */
export const sendMail = (sending: Sending) => {
  const { context, recorder, smtpUrl, from, portalUrl, gather, bounceAddress, onFault } = sending;
  const transport = createTransport({ url: smtpUrl, ...PATIENCE });
  const rows = context.rows(context.database) as Rows;
  const ask = askItself(context, recorder);
  const turn = keepTurn(rows, 'mail', onFault);
  const notBefore = new Map<string, number>();
  let running = true;
  let wake = (): void => undefined;

  const record = async (
    { id: noticeId, forumId, attempts }: Waiting,
    outcome: 'accepted' | 'refused' | 'bounced' | 'not-needed',
  ): Promise<void> => {
    const attempt = attempts + 1;
    const last = outcome === 'refused' && attempt >= MOST_TRIES ? 'bounced' : outcome;
    await ask(RecordDelivery, `notice/${noticeId}/delivery/${attempt}`, {
      ...{ forumId, noticeId, outcome: last, attempt },
    });
  };

  /** Settles into which mails go those whose time has come; what needs no mail any more is recorded as such. */
  const settle = async (): Promise<void> => {
    const free = await rows.freeNotices(AT_ONCE);
    const forumIds = free.map(({ forumId }) => forumId);
    const clocks = await forumClocks(context.database, forumIds, context.wallNow());
    const zones = await rows.zonesOf(forumIds);
    const done = await rows.settledAmong(free.map(({ obligationId, id }) => obligationId ?? id));
    const due: Waiting[] = [];
    const gathering = new Set<string>();
    for (const one of free) {
      const account = await rows.accountState(one.personId);
      const isLink = one.about === 'verify-address';
      const choice = isLink ? 'at-once' : (account?.digest ?? 'at-once');
      const now = clocks(one.forumId) ?? context.wallNow();
      const isOver = one.ballotId !== null && isPast(one.dueOn, now, zones.get(one.forumId) ?? 'UTC');
      if (account?.erased || choice === 'none' || isOver || done.has(one.obligationId ?? one.id))
        await record(one, 'not-needed');
      else if (isMailDue(choice, one.raisedAt, now, zones.get(one.forumId) ?? 'UTC')) {
        due.push(one);
        if (choice !== 'at-once') gathering.add(one.personId);
      }
    }
    await rows.putInMails(
      groupNotices(due, ({ personId }) => gathering.has(personId)).flatMap((mail) =>
        // A digest has gathered already.
        !gathering.has(mail[0]?.personId ?? '') && !hasGathered(mail, context.wallNow(), gather)
          ? []
          : mail.map(({ id }) => ({ noticeId: id, mailId: mail[0]?.id ?? id })),
      ),
    );
  };

  const sendOne = async (mailId: string, notices: readonly Waiting[]): Promise<void> => {
    const [first] = notices;
    if (!first || (notBefore.get(mailId) ?? 0) > Date.now()) return;
    const { personId, forumId } = first;
    const isLink = first.about === 'verify-address';
    const address = isLink ? await rows.unverifiedAddress(personId) : await rows.contactOf(personId);
    if (!address?.mail) {
      await Promise.all(notices.map((one) => record(one, 'not-needed')));
      return;
    }
    const lang = (await rows.accountState(personId))?.lang ?? 'ko';
    const linkTo = (one: Waiting): string => {
      const subjectId = 'textId' in address ? address.textId : one.id;
      const purpose = isLink ? ('verify' as const) : ('notice' as const);
      const until = untilOf(one.raisedAt, purpose);
      return `${portalUrl}/${lang}/link?t=${rows.makeLink({ purpose, forumId, personId, subjectId, until })}`;
    };
    const items = toldIn(notices).map((one) => ({ ...one, link: linkTo(one) }));
    const stop = isLink ? undefined : linkTo(first);
    // RFC 8058: a mail program stops the mails by one POST to this address, without a page and without signing in.
    const list = stop
      ? {
          list: { unsubscribe: { url: stop, comment: saying('en')('letter.often') } },
          headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        }
      : {};
    const outcome = await transport
      .sendMail({
        ...{ from, to: address.mail, messageId: `<${mailId}@madang>`, ...list },
        ...(bounceAddress
          ? { envelope: { from: returnPathTo(bounceAddress, rows.returnPathOf(mailId)), to: address.mail } }
          : {}),
        ...letterOf(lang, items, stop),
      })
      .then(
        () => 'accepted' as const,
        (fault: unknown) => {
          onFault(fault);
          return outcomeOf(fault);
        },
      );
    context.at('mail-after-send');
    if (outcome === 'refused')
      notBefore.set(mailId, Date.now() + Math.min(HOUR, 1_000 * 2 ** (first.attempts + 1)));
    else notBefore.delete(mailId);
    await Promise.all(notices.map((one) => record(one, outcome)));
  };

  const sendWaiting = async (): Promise<void> => {
    if (!(await turn.take())) return;
    await settle();
    for (const [mailId, notices] of await rows.mailsWaiting(AT_ONCE)) {
      if (!running || !(await turn.take())) return;
      await sendOne(mailId, notices);
    }
  };

  const finished = (async () => {
    while (running) {
      await sendWaiting().catch(onFault);
      if (!running) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PAUSE);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    stop: async () => {
      running = false;
      wake();
      await finished;
      await turn.stop();
      transport.close();
    },
  };
};
