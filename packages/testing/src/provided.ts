import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly madangEngines: { readonly desk: string; readonly home: string };
  }
}

/** What the global setup handed to this worker. */
export const provided = (): { readonly desk: string; readonly home: string } => {
  const engines = inject('madangEngines') as { readonly desk: string; readonly home: string } | undefined;
  if (engines) return engines;
  throw new Error(
    'No engines here: name the spec .int.spec.ts (or .story.ts), so that packages/testing/src/global-setup.ts is run for it.',
  );
};

/** Asks the desk of this run. */
export const askDesk = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  // An engine may have to be fetched or built first: no time-out here, vitest has its own.
  const response = await fetch(`${provided().desk}${path}`, {
    method: 'POST',
    body: JSON.stringify(body ?? null),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
};
