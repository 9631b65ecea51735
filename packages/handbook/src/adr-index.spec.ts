import { describe, expect, test } from 'vitest';
import { adrIndexOf, readAdr } from './adr-index.ts';

const page = `# 1. One writer for each fact

Status: accepted, 2026-11-23. Changes the plan.

## Context

## Decision

## How it is enforced
`;

describe('an ADR', () => {
  test('is listed with number, title, status and date', () => {
    const index = adrIndexOf([readAdr('0001-one-writer.md', page)]);
    expect(index).toContain(
      '| 0001 | [One writer for each fact](0001-one-writer.md) | accepted | 2026-11-23 |',
    );
  });

  test('that does not say how it is enforced is refused', () => {
    const without = page.replace('## How it is enforced\n', '');
    expect(() => readAdr('0001-one-writer.md', without)).toThrow(
      '0001-one-writer.md lacks How it is enforced',
    );
  });

  test('that is numbered unlike its file is refused', () => {
    expect(() => readAdr('0002-one-writer.md', page)).toThrow('the number of its file');
  });

  test('whose number is taken is refused', () => {
    const adrs = ['0001-one-writer.md', '0001-two-writers.md'].map((file) => readAdr(file, page));
    expect(() => adrIndexOf(adrs)).toThrow('Two ADRs are numbered 0001');
  });
});
