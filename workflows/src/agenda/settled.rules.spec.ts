import { describe, expect, it } from 'vitest';
import { isSettled, unsettled } from './settled.rules.ts';

const rest = (more: object = {}) => ({
  forumId: 'f',
  handled: { forums: 4 },
  begun: 'b1',
  started: {},
  ended: false,
  ...more,
});

describe('a process is settled', () => {
  it('when it rests and has heard what it was told', () => {
    expect(isSettled(rest(), { handled: { forums: 4 } })).toBe(true);
    expect(isSettled(rest(), undefined)).toBe(true);
  });
  it('not before it rests', () => {
    expect(isSettled(undefined, { handled: {} })).toBe(false);
  });
  it('not while it has something to hear, of any source', () => {
    expect(isSettled(rest(), { handled: { forums: 5 } })).toBe(false);
    expect(isSettled(rest(), { handled: { ministries: 1 } })).toBe(false);
  });
  it('not by where its forerunner rested', () => {
    expect(isSettled(rest(), { handled: {}, begun: 'b2' })).toBe(false);
  });
});

describe('a forum is quiet', () => {
  const of = (expectations: object, ...rests: readonly [string, ReturnType<typeof rest>][]) =>
    unsettled('f', new Map(rests), new Map(Object.entries(expectations)) as never);
  it('when every process of it is settled', () => {
    expect(of({ p: { forumId: 'f', handled: { forums: 4 } } }, ['p', rest()])).toEqual([]);
    expect(of({ p: { forumId: 'other', handled: { forums: 9 } } }, ['p', rest()])).toEqual([]);
  });
  it('not while a process that was told something has not come to rest', () => {
    expect(of({ p: { forumId: 'f', handled: {} } })).toEqual(['p']);
  });
  it('not while a process that another has started has not come to rest', () => {
    expect(of({}, ['p', rest({ started: { c: 'b7' } })])).toEqual(['c']);
    expect(of({}, ['p', rest({ started: { c: 'b7' } })], ['c', rest({ begun: 'b7' })])).toEqual([]);
  });
  it('when the started one was started anew since', () => {
    const anew = { c: { forumId: 'f', handled: {}, begun: 'b8' } };
    expect(of(anew, ['p', rest({ started: { c: 'b7' } })], ['c', rest({ begun: 'b8' })])).toEqual([]);
  });
});
