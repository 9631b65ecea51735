import { describe, expect, it } from 'vitest';
import { type Intent, whatForbids } from './what-forbids.ts';

const fresh: Intent = {
  isProduction: false,
  profiles: 'development',
  isAsked: false,
  wereMadeForDevelopment: false,
  lacking: ['/secrets/master-key'],
};
const whole = { ...fresh, isProduction: true, profiles: 'production', lacking: [] };

describe('an installation for development', () => {
  it('starts with nothing there', () => expect(whatForbids(fresh)).toBeUndefined());
  it('may try the production form of Temporal', () =>
    expect(whatForbids({ ...fresh, profiles: 'production' })).toBeUndefined());
});

describe('an installation for production', () => {
  it('starts with all its secrets', () => expect(whatForbids(whole)).toBeUndefined());
  it('does not start beside the development profile, alone or among others', () => {
    for (const profiles of ['development', 'development,telemetry', 'production, development'])
      expect(whatForbids({ ...whole, profiles })).toContain('COMPOSE_PROFILES=production');
  });
  it('does not start when one secret lacks, and says which', () =>
    expect(whatForbids({ ...whole, lacking: ['/secrets/master-key'] })).toContain('/secrets/master-key'));
  it('may be given its secrets when it is asked for', () =>
    expect(whatForbids({ ...whole, lacking: ['/secrets/master-key'], isAsked: true })).toBeUndefined());
  it('never takes what was made for development, not even when asked to make the rest', () => {
    for (const isAsked of [true, false])
      expect(whatForbids({ ...whole, wereMadeForDevelopment: true, isAsked })).toContain(
        'made for development',
      );
  });
});
