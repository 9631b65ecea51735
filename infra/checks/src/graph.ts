/** `pnpm graph`: draws the wiring anew. */
process.argv.push('graph', '--write');
await import('./generated.ts');
