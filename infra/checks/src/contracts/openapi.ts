import { openApiDocument } from '@madang/portal/openapi';
import type { Generator } from '../generate/generated-file.ts';

/** The OpenAPI document of the portal, made from the contracts. */
export const openApi: Generator = {
  name: 'openapi',
  make: async () => [
    { path: 'services/portal/openapi.json', text: `${JSON.stringify(openApiDocument(), null, 1)}\n` },
  ],
};
