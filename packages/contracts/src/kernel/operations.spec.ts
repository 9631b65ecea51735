import { describe, expect, it } from 'vitest';
import { operationContracts } from './operations.ts';

const { FactsOf, ParkedFacts, ReplayParked } = operationContracts('forums');
const aggregateId = '00000000-0000-4000-8000-000000000001';

describe('a question of an operator', () => {
  it('with what no database can hold is wrong, so that it comes to no fault', () => {
    expect(FactsOf.body.safeParse({ aggregateType: 'cycle', aggregateId }).success).toBe(true);
    expect(FactsOf.body.safeParse({ aggregateType: 'cy\u0000cle', aggregateId }).success).toBe(false);
    expect(FactsOf.body.safeParse({ aggregateType: '\udab1', aggregateId }).success).toBe(false);
    expect(ParkedFacts.body.safeParse({ cursor: '\u0000' }).success).toBe(false);
    expect(ReplayParked.body.safeParse({ aggregate: '\u0000' }).success).toBe(false);
  });
});
