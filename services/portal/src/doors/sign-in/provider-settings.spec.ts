import { describe, expect, it } from 'vitest';
import { providerSettings } from './provider-settings.ts';

const own = {
  MADANG_OIDC_ISSUER: 'https://id.example.go.kr',
  MADANG_OIDC_CLIENT_ID: 'madang',
  MADANG_OIDC_CLIENT_SECRET: 'secret',
};
const url = 'http://127.0.0.1:8080';

describe('the sign-in provider', () => {
  it('is embedded in development when none is named', () => {
    expect(providerSettings({}, url)).toMatchObject({ issuer: `${url}/oidc`, isEmbedded: true });
  });
  it('is never embedded in production', () => {
    expect(() => providerSettings({ NODE_ENV: 'production' }, url)).toThrow('MADANG_OIDC_ISSUER');
  });
  it('is any that is configured', () => {
    expect(providerSettings({ ...own, MADANG_OPERATORS: 'A1, b2' }, url)).toMatchObject({
      ...{ issuer: own.MADANG_OIDC_ISSUER, isEmbedded: false, operators: ['a1', 'b2'] },
    });
  });
  it('is spoken to over TLS in production, as are we', () => {
    const production = { ...own, NODE_ENV: 'production' };
    expect(() => providerSettings(production, url)).toThrow('MADANG_PUBLIC_URL');
    expect(() =>
      providerSettings({ ...production, MADANG_OIDC_ISSUER: 'http://id.example.go.kr' }, url),
    ).toThrow('https');
    const right = { ...production, MADANG_PUBLIC_URL: 'https://ogp.example.go.kr/' };
    expect(providerSettings(right, url).publicUrl).toBe('https://ogp.example.go.kr');
  });
  it('needs a client and its secret', () => {
    expect(() => providerSettings({ ...own, MADANG_OIDC_CLIENT_ID: '' }, url)).toThrow('CLIENT_ID');
    expect(() => providerSettings({ ...own, MADANG_OIDC_CLIENT_SECRET: '' }, url)).toThrow('SECRET');
  });
});
