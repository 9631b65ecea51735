import { secretSetting } from '@madang/service-kit';

/** The sign-in provider: any that speaks OpenID Connect, or the embedded one of development. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly isEmbedded: boolean;
  /** Address under which the portal reaches itself: where the embedded provider is asked, whatever people call it. */
  readonly ownUrl: string;
  /** Address under which people reach the portal. */
  readonly publicUrl: string;
  /** Ways in whose persons are operators everywhere: those who set the system up. */
  readonly operators: readonly string[];
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads MADANG_OIDC_ISSUER, MADANG_OIDC_CLIENT_ID, MADANG_OIDC_CLIENT_SECRET_FILE (or …_SECRET), MADANG_PUBLIC_URL and
 * MADANG_OPERATORS. Without an issuer the embedded provider is used.
 * @throws in production without an issuer of one's own over TLS, and when a setting is missing
 */
export const providerSettings = (environment: Environment, portalUrl: string): ProviderSettings => {
  const { NODE_ENV, MADANG_OIDC_ISSUER, MADANG_OIDC_CLIENT_ID } = environment;
  const { MADANG_PUBLIC_URL = portalUrl, MADANG_OPERATORS = '' } = environment;
  const isProduction = NODE_ENV === 'production';
  const publicUrl = MADANG_PUBLIC_URL.replace(/\/$/, '');
  const operators = MADANG_OPERATORS.split(',').flatMap((one) => one.trim().toLowerCase() || []);
  if (!MADANG_OIDC_ISSUER) {
    if (isProduction)
      throw new Error(
        'The development sign-in does not run in production, nor does its embedded provider: set MADANG_OIDC_ISSUER, MADANG_OIDC_CLIENT_ID and MADANG_OIDC_CLIENT_SECRET_FILE.',
      );
    return {
      ...{ issuer: `${publicUrl}/oidc`, clientId: 'madang', clientSecret: 'development' },
      ...{ isEmbedded: true, ownUrl: portalUrl, publicUrl, operators },
    };
  }
  if (isProduction && !MADANG_OIDC_ISSUER.startsWith('https://'))
    throw new Error('MADANG_OIDC_ISSUER must be an https address in production.');
  if (isProduction && !publicUrl.startsWith('https://'))
    throw new Error('Set MADANG_PUBLIC_URL to the https address under which people reach the portal.');
  if (!MADANG_OIDC_CLIENT_ID) throw new Error('Set MADANG_OIDC_CLIENT_ID.');
  const clientSecret = secretSetting(environment, 'MADANG_OIDC_CLIENT_SECRET');
  if (!clientSecret) throw new Error('Set MADANG_OIDC_CLIENT_SECRET_FILE.');
  return {
    ...{ issuer: MADANG_OIDC_ISSUER, clientId: MADANG_OIDC_CLIENT_ID, clientSecret },
    ...{ isEmbedded: false, ownUrl: portalUrl, publicUrl, operators },
  };
};
