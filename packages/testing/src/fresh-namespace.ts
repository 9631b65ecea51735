import { randomBytes } from 'node:crypto';
import type { SearchAttributes } from '@madang/local';
import { askDesk } from './provided.ts';

export type FreshNamespace = {
  readonly address: string;
  readonly namespace: string;
  readonly uiUrl: string;
  /** Temporal's HTTP API. */
  readonly httpUrl: string;
};

/** A namespace of one's own on the Temporal server of this run. */
export const freshNamespace = async (attributes: SearchAttributes = {}): Promise<FreshNamespace> => {
  const namespace = `test-${randomBytes(8).toString('hex')}`;
  const server = await askDesk<Omit<FreshNamespace, 'namespace'>>('/namespace', {
    name: namespace,
    attributes,
  });
  return { ...server, namespace };
};
