import type { Standing } from '../../queries/standing.ts';
import type { Who } from '../who.ts';
import type { FormDeps } from './taking-forms.ts';

/** What the pages need of the rest of the portal. */
export type SiteDeps = FormDeps & {
  readonly who: Who;
  /** Told of what kept a page from being drawn. */
  readonly onFault: (fault: unknown) => void;
  readonly standing: (after?: string) => Promise<Standing>;
};
