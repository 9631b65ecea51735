import { describe, expect, it } from 'vitest';
import { contribute } from '../../commands/contribute.ts';
import { restoreContribution } from '../../commands/restore-contribution.ts';
import { setAsideContribution } from '../../commands/set-aside-contribution.ts';
import { waiveResponse } from '../../commands/waive-response.ts';
import { asking, dataOf, NOTHING, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  CLOSES_AT,
  citizen,
  citizenId,
  commitmentIds,
  consultationId,
  contributionIds,
  cycleId,
  evidenceId,
  ministry,
  official,
  responseIds,
  TODAY,
} from '../../spec/names.ts';
import {
  answered,
  consultationClosed,
  consultationOpened,
  consultationSealed,
  contributed,
  setAside,
  waived,
} from '../../spec/past.ts';
import { consultation } from '../consultation/evolve.ts';

const [contributionId] = contributionIds;
const say = {
  contributionId,
  consultationId,
  commitmentId: commitmentIds[0],
  contributorId: citizenId,
  contributorKind: 'person',
  channel: 'online',
  receivedOn: TODAY,
  text: { lang: 'ko', text: '의견' },
};
const saying = (more: object = {}, standing: object = {}) =>
  asking(contribute, { ...say, ...more }, { facts: [consultationOpened], actor: citizen, ...standing });

describe('an open consultation', () => {
  it('accepts a contribution on a commitment or one of its clauses', () => {
    expect(told(saying())).toEqual(['contribution.accepted']);
    expect(dataOf(saying({ clause: 'milestones' }))[0]).toMatchObject({ cycleId, clause: 'milestones' });
  });
  it('accepts the same one once, and another under its own id only', () => {
    const facts = [consultationOpened, contributed(contributionId)];
    expect(told(saying({}, { facts }))).toEqual(NOTHING);
    expect(told(saying({ text: { lang: 'ko', text: '다른 의견' } }, { facts }))).toEqual([
      'refused: contribution-already-accepted',
    ]);
  });
  it('accepts one at its closing instant and refuses one after its closing day', () => {
    expect(told(saying({}, { now: CLOSES_AT }))).toEqual(['contribution.accepted']);
    expect(told(saying({}, { now: AFTERWARDS }))).toEqual(['refused: consultation-already-closed']);
  });
  it('refuses one on a commitment it does not ask about', () =>
    expect(told(saying({ commitmentId: evidenceId }))).toEqual(['refused: commitment-not-consulted-on']));
  it('refuses one in the name of somebody else, on line', () =>
    expect(told(saying({ contributorId: ministry }))).toEqual(['refused: contributor-is-somebody-else']));
  it('accepts that of an organisation from a person who acts for it', () =>
    expect(told(saying({ contributorId: ministry, contributorKind: 'organisation' }))).toEqual([
      'contribution.accepted',
    ]));
  it('accepts what was said at a meeting from officials only', () => {
    expect(told(saying({ channel: 'meeting' }))).toEqual(['refused: channel-recorded-by-officials']);
    expect(told(saying({ channel: 'meeting', contributorId: ministry }, { actor: official }))).toEqual([
      'contribution.accepted',
    ]);
  });
  it("judges days of receipt in the forum's zone", () => {
    const afterMidnightInSeoul = '2026-03-15T15:00:00.000Z';
    expect(told(saying({ receivedOn: '2026-03-16' }))).toEqual(['refused: received-in-the-future']);
    expect(told(saying({ receivedOn: '2026-03-16' }, { now: afterMidnightInSeoul }))).toEqual([
      'contribution.accepted',
    ]);
  });
});

describe('a closed or unknown consultation', () => {
  it('accepts nothing', () => {
    expect(told(saying({}, { facts: [consultationOpened, consultationClosed] }))).toEqual([
      'refused: consultation-already-closed',
    ]);
    expect(told(saying({}, { facts: [] }))).toEqual(['refused: unknown-consultation']);
  });
});

const found = [consultation.ref(consultationId)];
const aside = { contributionId, reasonCode: 'spam' };
const waive = { contributionId, authority: 'plenary', reason: { lang: 'ko', text: '이유' } };

describe('an accepted contribution', () => {
  const facts = [consultationOpened, contributed(contributionId)];
  it('is set aside by a rule of moderation', () =>
    expect(told(asking(setAsideContribution, aside, { facts, found }))).toEqual([
      'contribution.set-aside',
      'text.narrowed',
    ]));
  it('is read by nobody but its writer and the secretariat once it is set aside', () =>
    expect(dataOf(asking(setAsideContribution, aside, { facts, found }))[1]).toMatchObject({
      visibility: 'institution',
      before: 'public',
      reasonCode: 'spam',
    }));
  it('is already restored', () =>
    expect(told(asking(restoreContribution, { contributionId }, { facts, found }))).toEqual(NOTHING));
  it('goes without an answer by recorded authority', () => {
    const decision = asking(waiveResponse, waive, { facts, found });
    expect(told(decision)).toEqual(['contribution.response-waived']);
    expect(dataOf(decision)[0]).toMatchObject({ consultationId, authority: 'plenary' });
  });
  it('is neither set aside nor waived once its consultation is sealed', () => {
    const sealedFacts = [...facts, consultationClosed, consultationSealed];
    expect(told(asking(setAsideContribution, aside, { facts: sealedFacts, found }))).toEqual([
      'refused: consultation-already-sealed',
    ]);
    expect(told(asking(waiveResponse, waive, { facts: sealedFacts, found }))).toEqual([
      'refused: consultation-already-sealed',
    ]);
  });
});

describe('a contribution set aside', () => {
  const facts = [consultationOpened, contributed(contributionId), setAside(contributionId)];
  it('is already set aside', () =>
    expect(told(asking(setAsideContribution, aside, { facts, found }))).toEqual(NOTHING));
  it('is restored', () =>
    expect(told(asking(restoreContribution, { contributionId }, { facts, found }))).toEqual([
      'contribution.restored',
      'text.published',
    ]));
  it('is read again by those who could read it before', () =>
    expect(dataOf(asking(restoreContribution, { contributionId }, { facts, found }))[1]).toMatchObject({
      visibility: 'public',
    }));
  it('is not waived', () =>
    expect(told(asking(waiveResponse, waive, { facts, found }))).toEqual([
      'refused: contribution-already-set-aside',
    ]));
  it('does not come back into a sealed consultation', () => {
    const sealedFacts = [...facts, consultationClosed, consultationSealed];
    expect(told(asking(restoreContribution, { contributionId }, { facts: sealedFacts, found }))).toEqual([
      'refused: consultation-already-sealed',
    ]);
  });
});

describe('an answered or waived contribution', () => {
  const had = [consultationOpened, contributed(contributionId)];
  it('is already waived', () =>
    expect(told(asking(waiveResponse, waive, { facts: [...had, waived(contributionId)], found }))).toEqual(
      NOTHING,
    ));
  it('keeps its answer', () => {
    const facts = [...had, answered(contributionId, responseIds[0])];
    expect(told(asking(waiveResponse, waive, { facts, found }))).toEqual([
      'refused: contribution-already-answered',
    ]);
    expect(told(asking(setAsideContribution, aside, { facts, found }))).toEqual([
      'refused: contribution-already-answered',
    ]);
  });
});

describe('an unknown contribution', () => {
  it('is not moderated', () => {
    expect(told(asking(setAsideContribution, aside))).toEqual(['refused: unknown-contribution']);
    expect(told(asking(restoreContribution, { contributionId }))).toEqual(['refused: unknown-contribution']);
    expect(told(asking(waiveResponse, waive))).toEqual(['refused: unknown-contribution']);
  });
});
