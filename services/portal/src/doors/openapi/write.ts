import { writeFileSync } from 'node:fs';
import { openApiDocument } from './document.ts';

/** Writes services/portal/openapi.json. */
writeFileSync(
  new URL('../../../openapi.json', import.meta.url),
  `${JSON.stringify(openApiDocument(), null, 1)}\n`,
);
