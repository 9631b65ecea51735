import { describe, expect, test } from 'vitest';
import { type Outcome, runStep, runSteps } from './step.ts';

const script = (name: string, code: string) => ({ name, run: ['node', '-e', code] as const });

describe('a step of verify', () => {
  test('is well when its command is', async () => {
    const outcome = await runStep(script('well', 'console.log("12 files")'));
    expect(outcome).toMatchObject({ name: 'well', ok: true, output: '12 files\n' });
  });

  test('fails with its whole output', async () => {
    const outcome = await runStep(
      script('ill', 'console.log("a"); console.error("b"); process.exitCode = 3'),
    );
    expect(outcome.ok).toBe(false);
    expect(outcome.output).toContain('a\n');
    expect(outcome.output).toContain('b\n');
  });

  test('fails when its command is not there', async () => {
    const outcome = await runStep({ name: 'gone', run: ['no-such-command'] });
    expect(outcome).toMatchObject({ ok: false });
    expect(outcome.output).toContain('did not start');
  });

  test('does not keep the others from running', async () => {
    const told: Outcome[] = [];
    const steps = ['process.exitCode = 1', '', ''].map((code, index) => script(`${index}`, code));
    await runSteps(steps, (outcome) => told.push(outcome), 2);
    expect(told.map(({ name, ok }) => [name, ok]).sort()).toEqual([
      ['0', false],
      ['1', true],
      ['2', true],
    ]);
  });
});
