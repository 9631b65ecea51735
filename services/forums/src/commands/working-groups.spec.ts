import { outcomeOf, play } from '@madang/decider';
import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '../service.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [forumId, groupId, personId, secretariat] = [id(1), id(2), id(3), id(4)];
const name = { ko: '청년 분과위원회', en: 'Youth working group' };
const today = '2026-03-02';

let table: ReturnType<typeof play>;
const ask = (type: string, body: object): ReturnType<typeof table.ask> =>
  table.ask(
    service.answers.find((one) => one.command.type === `forums.${type}.v1`) as never,
    { forumId, ...body },
    { now: `${today}T03:00:00.000Z`, actor: { id: secretariat, roles: ['secretariat'] } },
  );
const dissolve = (on = today) => outcomeOf(ask('dissolve-working-group', { groupId, on }));

beforeEach(() => {
  table = play(service.aggregates);
  ask('found-forum', {
    ...{ name, level: 'national', zone: 'Asia/Seoul', country: 'KR', languages: ['ko'] },
    ...{ rulePack: 'ogp-2022', clock: 'wall' },
  });
  ask('form-working-group', { groupId, name });
});

describe('a working group', () => {
  it('is dissolved, on a day that has come', () => {
    expect(dissolve('2026-03-03')).toBe('dissolved-in-the-future');
    expect(dissolve()).toBe('forum.working-group-dissolved');
  });
  it('that was dissolved is dissolved already, takes nobody in, and is not formed again under its id', () => {
    dissolve();
    expect(dissolve()).toBe('already so');
    expect(outcomeOf(ask('join-working-group', { groupId, personId, sector: 'private' }))).toBe(
      'unknown-working-group',
    );
    expect(outcomeOf(ask('form-working-group', { groupId, name }))).toBe('working-group-dissolved');
  });
  it('that was never formed cannot be dissolved', () => {
    expect(outcomeOf(ask('dissolve-working-group', { groupId: id(9), on: today }))).toBe(
      'unknown-working-group',
    );
  });
});
