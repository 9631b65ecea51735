import type { Actor } from '@madang/contracts';
import { describe, expect, it } from 'vitest';
import { sessionsAtHand } from '../../skeleton/sessions-at-hand.ts';
import { browserOf } from './browser-of.ts';
import { landingOf, wayBack } from './landing-of.ts';
import { type Ending, sessionKeeper } from './session-keeper.ts';

const MINUTE = 60_000;
const actor: Actor = { id: '00000000-0000-4000-8000-000000000001', roles: ['secretariat'] };
const byProvider = { signInId: actor.id, browser: 'Firefox' };

const keeping = () => {
  const at = { now: Date.parse('2026-03-01T00:00:00.000Z') };
  const people: { says: Ending | 'away' | undefined; asked: number } = { says: undefined, asked: 0 };
  const told: Ending[] = [];
  const keeper = sessionKeeper({
    rows: sessionsAtHand(),
    lifetimes: { idle: 120 * MINUTE, whole: 720 * MINUTE },
    endingOf: async () => {
      people.asked += 1;
      if (people.says === 'away') throw new Error('people is away');
      return people.says;
    },
    tell: async (_session, why) => void told.push(why),
    now: () => at.now,
  });
  return { at, people, told, keeper };
};

describe('a session', () => {
  it('is found by its token alone, until it is ended; then nowhere', async () => {
    const { keeper, told } = keeping();
    const token = await keeper.begin(actor, byProvider);
    const session = await keeper.look(token);
    expect(session?.actor).toEqual(actor);
    expect(await keeper.look(`${token}x`)).toBeUndefined();
    expect(await keeper.look(session?.id)).toBeUndefined();
    if (session) await keeper.end(session, 'signed-out');
    if (session) await keeper.end(session, 'signed-out');
    expect(await keeper.look(token)).toBeUndefined();
    expect(told).toEqual(['signed-out']);
  });
  it('ends two hours after it was last used, and twelve after it began however often it was', async () => {
    const { keeper, at, told } = keeping();
    const [idle, used] = [await keeper.begin(actor, byProvider), await keeper.begin(actor, byProvider)];
    for (let minutes = 60; minutes <= 720; minutes += 60) {
      at.now += 60 * MINUTE;
      expect(await keeper.look(used)).toBeDefined();
    }
    expect(await keeper.look(idle)).toBeUndefined();
    at.now += MINUTE;
    expect(await keeper.look(used)).toBeUndefined();
    expect(told).toEqual(['left-idle', 'grown-old']);
  });
  it('ends within seconds after its role did', async () => {
    const { keeper, at, people, told } = keeping();
    const token = await keeper.begin(actor, byProvider);
    people.says = 'role-ended';
    at.now += 11_000;
    expect(await keeper.look(token)).toBeUndefined();
    expect(told).toEqual(['role-ended']);
  });
  it('goes on for five minutes while nobody can say whether its role holds, and then waits', async () => {
    const { keeper, at, people } = keeping();
    const token = await keeper.begin(actor, byProvider);
    people.says = 'away';
    at.now += 4 * MINUTE;
    expect(await keeper.look(token)).toBeDefined();
    at.now += 2 * MINUTE;
    await expect(keeper.look(token)).rejects.toThrow('away');
    people.says = undefined;
    expect(await keeper.look(token)).toBeDefined();
  });
  it('of the sign-in of development asks nobody', async () => {
    const { keeper, at, people } = keeping();
    const token = await keeper.begin(actor, { signInId: null, browser: '' });
    at.now += 60 * MINUTE;
    await keeper.look(token);
    expect(people.asked).toBe(0);
  });
  it('that nobody comes back to is swept away, and told of', async () => {
    const { keeper, at, told } = keeping();
    await keeper.begin(actor, byProvider);
    at.now += 121 * MINUTE;
    await keeper.sweep();
    expect([told, await keeper.of(actor.id)]).toEqual([['left-idle'], []]);
  });
});

describe('whoever signs in', () => {
  it('lands where their work is', () => {
    const lands = (...roles: Actor['roles']) => landingOf({ roles });
    expect([lands('secretariat', 'member'), lands('operator'), lands('ministry')]).toEqual([
      ...['/desk', '/console', '/inbox'],
    ]);
    expect([lands('member'), lands('co-chair'), lands('citizen')]).toEqual(['/seat', '/seat', '']);
  });
  it('is led back to a page of this site and nowhere else', () => {
    expect(wayBack('/ko/desk/cycles/1?cursor=3&x=%EA%B0%80')).toBe('/ko/desk/cycles/1?cursor=3&x=%EA%B0%80');
    for (const elsewhere of [
      ...['//evil.example', 'https://evil.example', '/ko//evil.example', '/\\evil.example', '/sign-out'],
      ...['/ko@evil.example', '/kodesk', 'javascript:alert(1)', '/ko\n', ['/ko'], undefined],
    ])
      expect(wayBack(elsewhere)).toBeUndefined();
  });
  it('knows their browser by its family', () => {
    const safari =
      'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
    const whale =
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Whale/4.29 Safari/537.36';
    expect([safari, whale, 'node', undefined].map(browserOf)).toEqual(['Safari', 'Whale', '', '']);
  });
});
