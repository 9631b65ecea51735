import { readFileSync } from 'node:fs';
import { Role } from '@madang/contracts';
import { z } from 'zod';

const Route = z.object({
  method: z.string(),
  address: z.string(),
  by: z.union([z.literal('anyone'), z.array(Role)]),
});
const routes = z
  .array(Route)
  .parse(
    JSON.parse(readFileSync(new URL('../../../../services/portal/routes.json', import.meta.url), 'utf8')),
  );

/** What is taken home rather than looked at; specs of open data read these. */
const isDownload = (address: string): boolean => /\.(csv|xlsx|zip|json|ics|atom)$/.test(address);

const pagesIn = (lang: 'ko' | 'en') =>
  routes.flatMap(({ method, address, by }) =>
    method === 'GET' && address.split('/')[1] === lang && !isDownload(address)
      ? [[address.slice(lang.length + 1) || '/', by] as const]
      : [],
  );

/** Every page of the portal by its address after the language, and who may open it. */
export const pageRoutes: ReadonlyMap<string, 'anyone' | readonly Role[]> = new Map([
  ...pagesIn('ko'),
  ...pagesIn('en'),
]);
