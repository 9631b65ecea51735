import { openApiDocument } from './document.ts';

/** Prints the OpenAPI document; `pnpm generate` keeps it in openapi.json. */
process.stdout.write(`${JSON.stringify(openApiDocument(), null, 1)}\n`);
