import { describe, expect, it } from 'vitest';
import { reduced, strict } from './reduce.ts';

const pod = {
  description: 'A pod.',
  type: 'object',
  properties: {
    description: { type: 'string', description: 'A field of this name.' },
    cpu: { $ref: '#/definitions/api.Quantity' },
    port: { type: 'string', format: 'int-or-string' },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
  },
  'x-kubernetes-group-version-kind': [],
};

describe('a definition that is made strict', () => {
  it('loses its words, keeps fields that are called so, and allows nothing that it does not name', () => {
    expect(strict(pod)).toEqual({
      type: 'object',
      additionalProperties: false,
      properties: {
        description: { type: 'string' },
        cpu: { $ref: '#/definitions/api.Quantity' },
        port: { type: ['string', 'integer'] },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
    });
  });
  it('stays open where it says that it keeps what it does not know', () => {
    const open = { type: 'object', properties: {}, 'x-kubernetes-preserve-unknown-fields': true };
    expect(strict(open)).toEqual({ type: 'object', properties: {} });
  });
});

describe('definitions that are reduced', () => {
  it('are those that are wanted and what they refer to; an amount may be a number', () => {
    const found = reduced({ pod, 'api.Quantity': { type: 'string' }, other: { type: 'object' } }, ['pod']);
    expect(Object.keys(found)).toEqual(['api.Quantity', 'pod']);
    expect(found['api.Quantity']).toEqual({ type: ['string', 'number'] });
  });
  it('must be there', () => {
    expect(() => reduced({}, ['pod'])).toThrow('no definition pod');
  });
});
