import { describe, expect, it } from 'vitest';
import { countOf } from './try-two.ts';

const metrics = `# TYPE madang_commands_total counter
madang_commands_total{service="forums",type="a"} 3
madang_commands_total{service="forums",type="b b"} 4
madang_commands_total_other{} 100
plain 2`;

describe('what a process counted', () => {
  it('is summed over labels', () => expect(countOf(metrics, 'madang_commands_total')).toBe(7));
  it('may have no labels', () => expect(countOf(metrics, 'plain')).toBe(2));
  it('is nothing when it is not there', () => expect(countOf(metrics, 'away')).toBe(0));
});
