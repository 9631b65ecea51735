import { describe, expect, it } from 'vitest';
import { variablesOf } from './variables.ts';

const secrets = (name: string): Readonly<Record<string, string>> =>
  name === 'roles' ? { forums: 'abc' } : {};
const from = (name: string, key: string) => ({ secretKeyRef: { name, key } });

describe('the environment of a container', () => {
  it('takes values from Secrets, and what comes before into what comes after', () => {
    const made = variablesOf(
      [
        { name: 'WORD', valueFrom: from('roles', 'forums') },
        { name: 'URL', value: 'postgresql://forums:$(WORD)@host/$(LATER)' },
        { name: 'LATER', value: '1' },
      ],
      secrets,
    );
    expect(made).toEqual({ WORD: 'abc', URL: 'postgresql://forums:abc@host/$(LATER)', LATER: '1' });
  });
  it('asks for no key that a Secret lacks', () => {
    expect(() => variablesOf([{ name: 'WORD', valueFrom: from('roles', 'people') }], secrets)).toThrow(
      'the Secret roles has no people',
    );
  });
});
