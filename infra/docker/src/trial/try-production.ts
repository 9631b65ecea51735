import { type Composition, tell } from './composition.ts';
import { canBeHad } from './images.ts';
import { tryRestart } from './try-restart.ts';

const images = ['temporalio/server:1.32.1', 'temporalio/admin-tools:1.32.1'] as const;

const refuses = ({ said }: Composition, why: string, ...args: readonly string[]): void => {
  const { ok, text } = said(
    'run',
    '--rm',
    '--no-TTY',
    'secrets',
    'infra/docker/src/make-secrets.ts',
    ...args,
  );
  if (ok || !text.includes(why)) throw new Error(`"${why}" was not refused: ${text.slice(-1_000)}`);
};

/** Nothing answers there; a provider is asked when somebody signs in. */
const elsewhere = {
  MADANG_PORTAL_URL: 'https://madang.example.org',
  MADANG_OIDC_ISSUER: 'https://sign-in.example.org',
  MADANG_OIDC_CLIENT_ID: 'madang',
  MADANG_OIDC_CLIENT_SECRET: 'of this trial',
};

/**
 * Temporal in its production form on PostgreSQL. First as production itself, which refuses what development made and opens its
 * doors with secrets that were asked for; then open to everybody, for a rehearsal with a restart in its middle.
 */
export const tryProduction = async (composition: Composition): Promise<void> => {
  if (!images.every(canBeHad)) {
    tell(
      `${images.join(' and ')} are not here and cannot be pulled: the production profile is not tried here`,
    );
    return;
  }
  const trial = composition.like({ environment: { COMPOSE_PROFILES: 'production' } });
  const production = trial.like({ environment: { MADANG_MODE: 'production', ...elsewhere } });
  refuses(
    production.like({ environment: { COMPOSE_PROFILES: 'development' } }),
    'COMPOSE_PROFILES=production',
  );
  refuses(production, 'no secret is made by itself');
  production.compose('run', '--rm', 'secrets', 'infra/docker/src/make-secrets.ts', '--for-production');
  production.compose('up', '--wait');
  const { portalUrl } = production;
  const page = await fetch(`${portalUrl}/en`);
  const signIn = await fetch(`${portalUrl}/sign-in`, { method: 'POST' });
  if (page.status !== 200 || signIn.status !== 404)
    throw new Error(
      `in production the page was answered ${page.status}, the sign-in of development ${signIn.status}`,
    );
  tell('production opens its doors with secrets that were asked for, and believes nobody');
  production.compose('down', '--volumes');

  trial.compose('up', '--wait');
  refuses(production, 'made for development');
  await tryRestart(trial, 'mission-failure', 'consultation', 'temporal-server');
};
