import { everyRoute } from './every-route.ts';

/** Prints every route with who may ask it; `pnpm generate` keeps it in routes.json, and draws the table of roles from it. */
process.stdout.write(`${JSON.stringify(await everyRoute(), null, 1)}\n`);
