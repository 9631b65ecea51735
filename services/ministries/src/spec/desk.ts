import type { Actor, ObligationImposed } from '@madang/contracts';
import { type CommandHandler, outcomeOf, play } from '@madang/decider';
import { registerInstitution } from '../commands/institutions.ts';
import { imposeObligation } from '../commands/obligation-begins.ts';
import type { ClimbLook } from '../commands/obligation-climbs.ts';
import { createPost } from '../commands/posts.ts';
import { institution } from '../domain/institution.ts';
import type { ForumPlace } from '../domain/new-ladder.ts';
import { obligation } from '../domain/obligation.ts';
import { signOffs } from '../domain/sign-offs.ts';

/** An id with a digit that tells it apart. */
export const idOf = (digit: number): string => `00000000-0000-4000-8000-${String(digit).padStart(12, '0')}`;
export const forumId = idOf(1);
export const obligationId = idOf(2);
export const cycleId = idOf(3);
export const [ours, others, third] = [idOf(10), idOf(11), idOf(12)] as const;
export const personOf = (level: number): string => idOf(100 + level);
export const secretariat: Actor = { id: idOf(90), roles: ['secretariat'] };
export const process: Actor = { id: idOf(91), roles: ['process'] };
export const ministry = (institutionId: string): Actor => ({
  id: idOf(92),
  roles: ['ministry'],
  institutionId,
});
export const place: ForumPlace = { zone: 'Asia/Seoul', country: 'KR', rulePack: 'ogp-2022' };
export const words = { lang: 'ko', text: '말' };
export const name = { ko: '부처', en: 'Ministry' };

const rungs = ['due-7d', 'due-3d', 'due-1d', 'due', 'overdue', 'escalate-1', 'escalate-2', 'silent'];
type Subject = { readonly commitmentIds?: readonly string[]; readonly windowId?: string };

/** A table to play at: three institutions, posts of all levels at the first, and one obligation of it due on 2026-03-10. */
export const desk = (kind: ObligationImposedKind = 'sign-off') => {
  const { ask } = play([institution, obligation, signOffs]);
  const say = (
    handler: CommandHandler<never>,
    body: object,
    by: Actor = secretariat,
    look: unknown = place,
    now = '2026-03-01T00:00:00.000Z',
  ) => ask(handler, { forumId, ...body }, { now, actor: by, look });
  const outcome = (...asked: Parameters<typeof say>): string => outcomeOf(say(...asked));
  const impose = (id = obligationId, subject: Subject = {}, look: unknown = [], of = ours): string =>
    outcome(
      imposeObligation,
      {
        obligationId: id,
        cycleId,
        institutionId: of,
        obligationKind: kind,
        subject,
        dueOn: '2026-03-10',
        ladder: rungs.map((rung, at) => ({ rung, at: `2026-03-${10 + at}T00:00:00.000Z` })),
      },
      secretariat,
      look,
    );
  for (const institutionId of [ours, others, third])
    say(
      registerInstitution,
      { institutionId, code: institutionId.slice(-3), name, institutionKind: 'ministry', from: '2026-01-01' },
      secretariat,
      null,
    );
  for (const level of [1, 2, 3])
    say(createPost, {
      postId: idOf(200 + level),
      institutionId: ours,
      title: name,
      level,
      personId: personOf(level),
      from: '2026-01-01',
    });
  impose();
  const posts = [1, 2, 3].map((level) => ({
    postId: idOf(200 + level),
    title: name,
    level: level as 1 | 2 | 3,
    holders: [{ personId: personOf(level), from: '2026-01-01' }],
  }));
  const acting = { forumId, code: 'X', from: '2026-01-01', names: [], posts, succession: null };
  const look: ClimbLook = { acting, place, suspended: false };
  return { say, outcome, impose, look };
};
type ObligationImposedKind = ReturnType<typeof ObligationImposed.data.parse>['obligationKind'];
