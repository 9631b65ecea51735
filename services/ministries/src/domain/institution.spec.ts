import { describe, expect, it } from 'vitest';
import { registerInstitution, renameInstitution, succeedInstitution } from '../commands/institutions.ts';
import { createPost, handOverPost } from '../commands/posts.ts';
import {
  desk,
  forumId,
  idOf,
  ministry,
  name,
  others,
  ours,
  personOf,
  secretariat,
  third,
} from '../spec/desk.ts';
import { holdingOn, type Institution, personsAt } from './institution.ts';

describe('an institution', () => {
  const body = { institutionId: idOf(20), code: 'NEW', name, institutionKind: 'agency', from: '2026-01-01' };
  it('is registered once, with a code of its own', () => {
    const { outcome } = desk();
    expect(outcome(registerInstitution, body, secretariat, ours)).toBe('institution-code-taken');
    expect(outcome(registerInstitution, body, secretariat, null)).toBe('institution.registered');
    expect(outcome(registerInstitution, body, secretariat, null)).toBe('already so');
    expect(outcome(registerInstitution, { ...body, code: 'ELSE' }, secretariat, null)).toBe(
      'institution-already-registered',
    );
  });
  it('has a new name from a day on, not before it is there', () => {
    const { outcome } = desk();
    const renaming = { institutionId: ours, name: { ko: '새 부처', en: 'New ministry' }, from: '2026-06-01' };
    expect(outcome(renameInstitution, { ...renaming, from: '2025-12-31' })).toBe('institution-not-yet-there');
    expect(outcome(renameInstitution, renaming)).toBe('institution.renamed');
    expect(outcome(renameInstitution, renaming)).toBe('already so');
  });
  it('is called on each day by the name it has that day', () => {
    const names = [
      { name: 'old', from: '2026-01-01' },
      { name: 'new', from: '2026-06-01' },
    ];
    expect(['2025-12-31', '2026-05-31', '2026-06-01'].map((day) => holdingOn(names, day)?.name)).toEqual([
      undefined,
      'old',
      'new',
    ]);
  });
});

describe('an institution that is succeeded', () => {
  const body = { institutionId: ours, how: 'split', successorIds: [others, third], on: '2026-03-01' };
  it('passes what is open to one of its successors, and can take on nothing more', () => {
    const { outcome, impose } = desk();
    expect(outcome(succeedInstitution, { ...body, obligationsTo: idOf(20) }, secretariat, [])).toBe(
      'obligations-to-no-successor',
    );
    expect(outcome(succeedInstitution, { ...body, obligationsTo: others }, secretariat, [])).toBe(
      'institution.succeeded',
    );
    expect(outcome(succeedInstitution, { ...body, obligationsTo: others }, secretariat, [])).toBe(
      'already so',
    );
    expect(outcome(succeedInstitution, { ...body, obligationsTo: third }, secretariat, [])).toBe(
      'institution-already-succeeded',
    );
    expect(impose(idOf(21))).toBe('institution-succeeded');
    expect(outcome(createPost, postOf(4))).toBe('institution-succeeded');
  });
  it('does not succeed itself, and its successors stand', () => {
    const { outcome } = desk();
    const self = { ...body, successorIds: [ours], obligationsTo: ours };
    expect(outcome(succeedInstitution, self, secretariat, [])).toBe('institution-succeeds-itself');
    const unheard = { ...body, successorIds: [idOf(20)], obligationsTo: idOf(20) };
    expect(outcome(succeedInstitution, unheard, secretariat, [])).toBe('unknown-institution');
  });
});

const postOf = (digit: number) => ({
  postId: idOf(200 + digit),
  institutionId: ours,
  title: name,
  level: 1,
  personId: personOf(digit),
  from: '2026-01-01',
});

describe('a post', () => {
  it('is created once', () => {
    const { outcome } = desk();
    expect(outcome(createPost, postOf(4))).toBe('institution.post-created');
    expect(outcome(createPost, postOf(4))).toBe('already so');
    expect(outcome(createPost, { ...postOf(4), level: 2 })).toBe('post-already-created');
  });
  it('is handed over by its institution or the secretariat', () => {
    const { outcome } = desk();
    const body = { institutionId: ours, postId: idOf(201), personId: personOf(9), from: '2026-05-01' };
    expect(outcome(handOverPost, body, ministry(others))).toBe('not-your-institution');
    expect(outcome(handOverPost, { ...body, from: '2025-05-01' })).toBe('post-not-yet-there');
    expect(outcome(handOverPost, body, ministry(ours))).toBe('institution.post-handed-over');
    expect(outcome(handOverPost, body)).toBe('already so');
  });
  it('speaks for its level; where the level is vacant the nearest one is told', () => {
    const posts = [1, 3].map((level) => ({
      postId: idOf(level),
      title: name,
      level: level as 1 | 3,
      holders: [
        { personId: personOf(level), from: '2026-01-01' },
        { personId: personOf(level + 5), from: '2026-06-01' },
      ],
    }));
    const of: Institution = { forumId, code: 'X', from: '2026-01-01', names: [], posts, succession: null };
    expect(personsAt(of, 1, '2026-05-31')).toEqual([personOf(1)]);
    expect(personsAt(of, 1, '2026-06-01')).toEqual([personOf(6)]);
    expect(personsAt(of, 2, '2026-05-31')).toEqual([personOf(1)]);
    expect(personsAt(of, 3, '2025-05-31')).toEqual([]);
  });
});
