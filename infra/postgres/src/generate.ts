import { generateClients } from './generate-clients.ts';

try {
  for (const [service, what] of Object.entries(await generateClients()))
    console.log(`${service}: client ${what}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
