import { describe, expect, it } from 'vitest';
import { closeConsultation } from '../../commands/close-consultation.ts';
import { openConsultation } from '../../commands/open-consultation.ts';
import { sealConsultation } from '../../commands/seal-consultation.ts';
import { asking, dataOf, NOTHING, refusalFacts, told } from '../../spec/asking.ts';
import {
  AFTERWARDS,
  CLOSES_AT,
  callId,
  commitmentIds,
  consultationId,
  cycleId,
  LATER,
  otherForumId,
  plan,
  theClock,
} from '../../spec/names.ts';
import {
  adopted,
  consultationClosed,
  consultationOpened,
  consultationSealed,
  drafted,
  withdrawn,
} from '../../spec/past.ts';

const open = { consultationId, cycleId, commitmentIds: [...commitmentIds], closesAt: CLOSES_AT };
const look = { plan, otherId: undefined };
const drafts = commitmentIds.map((id) => drafted(id));
const none = { accepted: 0, setAside: 0, answered: 0, waived: 0, drafted: 0 };

describe('draft commitments', () => {
  it('are consulted on together', () => {
    const decision = asking(openConsultation, open, { facts: drafts, look });
    expect(told(decision)).toEqual(['consultation.opened']);
    expect(dataOf(decision)[0]).toMatchObject({ commitmentIds, zone: 'Asia/Seoul' });
  });
  it('are consulted on once in a cycle: a second seal would open the gate', () =>
    expect(told(asking(openConsultation, open, { facts: drafts, look: { plan, otherId: callId } }))).toEqual([
      'refused: cycle-already-consulted',
    ]));
  it('are of this cycle, known, and still drafts', () => {
    expect(told(asking(openConsultation, open, { facts: drafts.slice(1), look }))).toEqual([
      'refused: unknown-commitment',
    ]);
    expect(
      told(asking(openConsultation, open, { facts: [...drafts, withdrawn(commitmentIds[0])], look })),
    ).toEqual(['refused: commitment-already-withdrawn']);
    expect(
      told(asking(openConsultation, open, { facts: [...drafts, adopted(commitmentIds[0])], look })),
    ).toEqual(['refused: commitment-already-adopted']);
  });
  it('are of a cycle of this forum that is not over', () => {
    expect(
      told(asking(openConsultation, open, { facts: drafts, look: { ...look, plan: undefined } })),
    ).toEqual(['refused: unknown-cycle']);
    expect(
      told(
        asking(openConsultation, open, {
          facts: drafts,
          look: { ...look, plan: { ...plan, forumId: otherForumId } },
        }),
      ),
    ).toEqual(['refused: unknown-cycle']);
    expect(
      told(
        asking(openConsultation, open, {
          facts: drafts,
          look: { ...look, plan: { ...plan, closedOn: '2028-01-01' } },
        }),
      ),
    ).toEqual(['refused: cycle-already-closed']);
  });
});

describe('an open consultation', () => {
  const facts = [...drafts, consultationOpened];
  it('is already open', () => expect(told(asking(openConsultation, open, { facts, look }))).toEqual(NOTHING));
  it('moves its closing when asked with another one, though a commitment was withdrawn meanwhile', () => {
    const moved = { ...open, closesAt: LATER };
    expect(told(asking(openConsultation, moved, { facts, look }))).toEqual(['consultation.opened']);
    expect(
      told(asking(openConsultation, moved, { facts: [...facts, withdrawn(commitmentIds[0])], look })),
    ).toEqual(['consultation.opened']);
  });
  it('is not one of another cycle', () =>
    expect(told(asking(openConsultation, { ...open, cycleId: callId }, { facts, look }))).toEqual([
      'refused: consultation-of-another-cycle',
    ]));
  it('closes on its closing day, with what was taken in', () => {
    const counted = { ...none, accepted: 7, setAside: 2 };
    const decision = asking(closeConsultation, { consultationId }, { facts, look: counted, actor: theClock });
    expect(dataOf(decision)).toEqual([expect.objectContaining({ consultationId, accepted: 7, setAside: 2 })]);
  });
  it('is not closed by the secretariat before its closing day', () => {
    expect(told(asking(closeConsultation, { consultationId }, { facts, look: none }))).toEqual([
      'refused: closing-day-not-reached',
    ]);
    expect(
      told(asking(closeConsultation, { consultationId }, { facts, look: none, now: CLOSES_AT })),
    ).toEqual(['consultation.closed']);
  });
  it('is not sealed before its closing day, by anybody', () =>
    expect(
      told(asking(sealConsultation, { consultationId }, { facts, look: none, actor: theClock })),
    ).toEqual(['refused: consultation-still-open']));
  it('that is past its closing day is closed when it is sealed', () =>
    expect(
      told(asking(sealConsultation, { consultationId }, { facts, look: none, now: AFTERWARDS })),
    ).toEqual(['consultation.closed', 'consultation.sealed']));
});

describe('a closed consultation', () => {
  const facts = [...drafts, consultationOpened, consultationClosed];
  const sealing = (counts: object) =>
    asking(sealConsultation, { consultationId }, { facts, look: { ...none, ...counts } });
  it('is already closed, and does not open again', () => {
    expect(told(asking(closeConsultation, { consultationId }, { facts, look: none }))).toEqual(NOTHING);
    expect(told(asking(openConsultation, open, { facts, look }))).toEqual([
      'refused: consultation-already-closed',
    ]);
  });
  it('is sealed when every accepted contribution is answered or waived', () => {
    const decision = sealing({ accepted: 10, setAside: 3, answered: 9, waived: 1 });
    expect(told(decision)).toEqual(['consultation.sealed']);
    expect(dataOf(decision)[0]).toMatchObject({ accepted: 10, answered: 9, waived: 1 });
  });
  it('is not sealed while somebody waits for what becomes of their appeal', () => {
    const decision = sealing({ accepted: 10, setAside: 1, answered: 10, appeals: 1 });
    expect(told(decision)).toEqual(['refused: appeals-undecided']);
  });
  it('is not sealed while one is unanswered, though its answer is drafted', () => {
    const decision = sealing({ accepted: 10, answered: 8, waived: 1, drafted: 1 });
    expect(told(decision)).toEqual(['refused: contributions-unanswered']);
    expect(refusalFacts(decision)).toEqual({
      consultationId,
      accepted: 10,
      answered: 8,
      waived: 1,
      drafted: 1,
      unanswered: 1,
    });
  });
});

describe('a sealed consultation', () => {
  const facts = [...drafts, consultationOpened, consultationClosed, consultationSealed];
  it('is already sealed and closed', () => {
    expect(
      told(asking(sealConsultation, { consultationId }, { facts, look: { ...none, accepted: 1 } })),
    ).toEqual(NOTHING);
    expect(told(asking(closeConsultation, { consultationId }, { facts, look: none }))).toEqual(NOTHING);
  });
});

describe('an unknown consultation', () => {
  it('is neither closed nor sealed', () => {
    expect(told(asking(closeConsultation, { consultationId }, { look: none }))).toEqual([
      'refused: unknown-consultation',
    ]);
    expect(told(asking(sealConsultation, { consultationId }, { look: none }))).toEqual([
      'refused: unknown-consultation',
    ]);
  });
});
