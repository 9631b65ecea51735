import { dayOf } from '@madang/calendar';
import type { Actor } from '@madang/contracts';
import { type Decision, refused } from '@madang/decider';
import { isOfficial, isSecretariat } from './acting.ts';

type HandedIn = {
  readonly channel: 'online' | 'meeting' | 'paper' | 'mail';
  readonly contributorId: string;
  readonly contributorKind: 'person' | 'organisation';
  readonly receivedOn: string;
};

/** Who may hand in for whom, by which channel, on which day. */
export const handingInRefusal = (
  actor: Actor,
  handedIn: HandedIn,
  now: string,
  zone: string,
): Decision | undefined => {
  if (handedIn.channel !== 'online' && !isOfficial(actor))
    return refused(
      'channel-recorded-by-officials',
      'Hand it in on line; what came at a meeting, on paper or by mail is recorded by the secretariat or a ministry.',
      { channel: handedIn.channel },
    );
  if (
    handedIn.channel === 'online' &&
    handedIn.contributorKind === 'person' &&
    handedIn.contributorId !== actor.id &&
    !isSecretariat(actor)
  )
    return refused('contributor-is-somebody-else', 'A person contributes on line in their own name.', {
      contributorId: handedIn.contributorId,
    });
  const today = dayOf(now, zone);
  if (handedIn.receivedOn > today)
    return refused('received-in-the-future', 'Give the day on which it was received.', {
      receivedOn: handedIn.receivedOn,
      today,
    });
  return undefined;
};
