/** How an installation is meant to run, and which of its secrets are there. */
export type Intent = {
  readonly isProduction: boolean;
  /** Compose's profiles, separated by commas; empty where they are not known. */
  readonly profiles: string;
  /** Whether secrets for production are asked for now. */
  readonly isAsked: boolean;
  readonly wereMadeForDevelopment: boolean;
  /** Files that are not there. */
  readonly lacking: readonly string[];
};

const how =
  'docker compose run --rm secrets infra/docker/src/make-secrets.ts --for-production, once and on empty volumes';

/** Why an installation must not start as it is meant to; undefined when it may. */
export const whatForbids = (intent: Intent): string | undefined => {
  const { isProduction, isAsked, wereMadeForDevelopment, lacking } = intent;
  const profiles = intent.profiles.split(',').map((one) => one.trim());
  if (isProduction && profiles.includes('development'))
    return 'MADANG_MODE=production, but COMPOSE_PROFILES has development, whose Temporal is a development server on a file: set COMPOSE_PROFILES=production. Nothing was changed.';
  if ((isProduction || isAsked) && wereMadeForDevelopment)
    return `These secrets were made for development. Make others: ${how}.`;
  if (isProduction && !isAsked && lacking.length > 0)
    return `In production no secret is made by itself; there is no ${lacking.join(', ')}. Put them there, or: ${how}.`;
  return undefined;
};
