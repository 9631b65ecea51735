import { AppealDecided, ContributionAppealed } from '@madang/contracts';
import { happened } from '@madang/decider';
import { describe, expect, it } from 'vitest';
import { appealModeration } from '../../commands/appeal-moderation.ts';
import { decideAppeal } from '../../commands/decide-appeal.ts';
import { asking, dataOf, NOTHING, type Past, sealed, told } from '../../spec/asking.ts';
import {
  citizen,
  citizenId,
  consultationId,
  contributionIds,
  forumId,
  ministry,
  official,
  secretariat,
} from '../../spec/names.ts';
import {
  consultationClosed,
  consultationOpened,
  consultationSealed,
  contributed,
  setAside,
} from '../../spec/past.ts';
import { consultation } from '../consultation/evolve.ts';
import { textRef } from '../response/text.ts';
import { contribution } from './evolve.ts';

const [contributionId] = contributionIds;
const found = [consultation.ref(consultationId), textRef(sealed('').textId)];
const accepted: Past = contributed(contributionId);
const other = { ...secretariat, id: ministry };
const aside: Past = { ...setAside(contributionId), actor: other };
const facts = [consultationOpened, accepted, aside];
const appeal = { contributionId, contributorId: citizenId, text: { lang: 'ko', text: '욕이 아닙니다' } };
const asked = happened(contribution.ref(contributionId), ContributionAppealed, {
  ...{ forumId, contributionId, consultationId, contributorId: citizenId, text: sealed('욕이 아닙니다') },
});
const decide = { contributionId, outcome: 'restored', reason: { lang: 'ko', text: '맞습니다' } };
const decided = happened(contribution.ref(contributionId), AppealDecided, {
  ...{ forumId, contributionId, consultationId, outcome: 'upheld' as const, reason: sealed('그대로') },
});

describe('a contribution that was set aside', () => {
  it('is appealed for by whoever wrote it', () => {
    expect(told(asking(appealModeration, appeal, { facts, found, actor: citizen }))).toEqual([
      'contribution.appealed',
    ]);
  });
  it('is unknown to anybody else who would appeal', () => {
    const actor = { ...official, id: ministry };
    expect(told(asking(appealModeration, appeal, { facts, found, actor }))).toEqual([
      'refused: unknown-contribution',
    ]);
    const forAnother = { ...appeal, contributorId: ministry };
    expect(told(asking(appealModeration, forAnother, { facts, found, actor: citizen }))).toEqual([
      'refused: unknown-contribution',
    ]);
  });
  it('is appealed for once', () => {
    const standing = { facts: [...facts, asked], found, actor: citizen };
    expect(told(asking(appealModeration, appeal, standing))).toEqual(NOTHING);
    expect(
      told(asking(appealModeration, appeal, { ...standing, facts: [...facts, asked, decided] })),
    ).toEqual(['refused: appeal-already-decided']);
  });
  it('is not appealed for where nothing was set aside, or the consultation is sealed', () => {
    const standing = { facts: [consultationOpened, accepted], found, actor: citizen };
    expect(told(asking(appealModeration, appeal, standing))).toEqual(['refused: nothing-set-aside']);
    const late = { ...standing, facts: [...facts, consultationClosed, consultationSealed] };
    expect(told(asking(appealModeration, appeal, late))).toEqual(['refused: consultation-already-sealed']);
  });
});

describe('an appeal', () => {
  const standing = { facts: [...facts, asked], found };
  it('is allowed with a reason: the contribution is restored and its words public again', () => {
    const decision = asking(decideAppeal, decide, standing);
    expect(told(decision)).toEqual([
      ...['contribution.appeal-decided', 'contribution.restored', 'text.published'],
    ]);
    expect(dataOf(decision)[2]).toMatchObject({ visibility: 'public' });
  });
  it('is upheld with a reason, and nothing else happens', () => {
    expect(told(asking(decideAppeal, { ...decide, outcome: 'upheld' }, standing))).toEqual([
      'contribution.appeal-decided',
    ]);
  });
  it('is never decided by who set the contribution aside', () => {
    expect(told(asking(decideAppeal, decide, { ...standing, actor: other }))).toEqual([
      'refused: appeal-needs-another',
    ]);
  });
  it('is decided once', () => {
    const after = { ...standing, facts: [...standing.facts, decided] };
    expect(told(asking(decideAppeal, { ...decide, outcome: 'upheld' }, after))).toEqual(NOTHING);
    expect(told(asking(decideAppeal, decide, after))).toEqual(['refused: no-open-appeal']);
  });
  it('that nobody made is not decided', () => {
    expect(told(asking(decideAppeal, decide, { facts, found }))).toEqual(['refused: no-open-appeal']);
  });
});
