import { names } from '@madang/contracts/names';
import { patched } from '@temporalio/workflow';
import { forumTime, outside, type Told } from './forum-time.ts';
import { saying } from './sayings.rules.ts';

export type ObligationInput = {
  readonly forumId: string;
  readonly obligationId: string;
  readonly clock: Told['clock'];
};
type Standing = {
  readonly state: 'open' | 'discharged' | 'withdrawn';
  readonly ladderVersion: number;
  readonly ladder: readonly { readonly rung: string; readonly at: string }[];
  readonly dueOn: string;
  readonly actingInstitutionId: string;
  readonly cycleId: string | null;
  /** Absent in answers of before. */
  readonly obligationKind?: string;
};

/** What is owed and by when, without whom. */
const owed = ({ obligationKind = '', dueOn }: Standing) => saying('duty', { kind: obligationKind, dueOn });

/**
 * Climbs the ladder of one obligation: reminds, states that it is due, overdue, escalated, silent; until it is discharged
 * or withdrawn. What is owed and how the ladder stands is always asked of its owner.
 */
export const obligation = async ({ forumId, obligationId, clock }: ObligationInput): Promise<void> => {
  const time = forumTime({ process: 'obligation', forumId, clock });
  const standing = (): Promise<Standing | null> =>
    outside.askQuery({
      type: names.obligationStanding,
      after: time.after(),
      body: { obligationId },
    }) as Promise<Standing | null>;
  const forumNow = async (): Promise<string> => {
    const { now, zone } = (await outside.askQuery({
      type: names.forumTable,
      after: time.after(),
      body: { forumId },
    })) as { now: string; zone: string };
    time.speakIn(zone);
    return now;
  };
  await time.begin(forumNow);
  if (clock === 'wall' && patched('speaks-in-its-zone')) await forumNow();
  const climbed = new Set<string>();
  let refusedWhileSuspended = 0;
  for (;;) {
    time.takeFacts();
    const open = await standing();
    if (open?.state !== 'open') {
      time.stand({ stage: saying('ended'), waitingFor: saying('nothing'), next: saying('nothing') });
      await time.end();
      // Returned in the very moment of its end: then it goes on.
      if (time.isTold()) continue;
      return;
    }
    const next = open.ladder.find((one) => !climbed.has(`${open.ladderVersion}/${one.rung}`));
    if (next && time.time() >= next.at) {
      // A refusal is remembered with its command: after one, asking again is another command.
      const again = refusedWhileSuspended > 0 ? `/again-${refusedWhileSuspended}` : '';
      const purpose = `obligation/${obligationId}/climb/${next.rung}/v${open.ladderVersion}${again}`;
      const outcome = await outside.askCommand({
        type: names.climbObligation,
        purpose,
        forumId,
        after: time.after(),
        body: { obligationId, rung: next.rung, ladderVersion: open.ladderVersion },
      });
      // Suspended: the ladder moves when the cycle is resumed, and with it this version ends.
      if (outcome.done || outcome.code !== 'cycle-suspended') {
        climbed.add(`${open.ladderVersion}/${next.rung}`);
        continue;
      }
      time.stand({
        stage: saying('suspended'),
        waitingFor: saying('resumption'),
        awaited: [open.actingInstitutionId],
        next: saying('rung', { rung: next.rung }),
      });
      refusedWhileSuspended += 1;
      // It is told when the dates move; one that did not last a day moves none, so it looks again by itself.
      await time.rest(new Date(Date.parse(time.time()) + 86_400_000).toISOString());
      continue;
    }
    time.stand({
      stage: saying('open'),
      waitingFor: owed(open),
      awaited: [open.actingInstitutionId],
      until: next?.at ?? null,
      next: next ? saying('rung', { rung: next.rung }) : saying('ladder-climbed'),
    });
    await time.rest(next?.at ?? null);
  }
};
