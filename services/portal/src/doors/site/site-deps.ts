import type { After } from '@madang/contracts';
import type { LimiterOf } from '../../queries/limiter.ts';
import type { Standing } from '../../queries/standing.ts';
import type { EvidenceStore } from '../evidence-store.ts';
import type { OwnParked } from '../repair-log.ts';
import type { TellSignIns } from '../sign-in/tell-sign-ins.ts';
import type { Who } from '../who.ts';
import type { FormDeps } from './taking-forms.ts';

/** Versions of the engines that the portal sees, and how far it has heard; null for one that does not answer. */
export type OwnHealth = {
  readonly postgres: string | null;
  readonly nats: string | null;
  readonly node: string;
  /** Which code of Madang runs, where that is known. */
  readonly build: string | null;
  readonly heard: After;
  /** Facts that came early, and those that could not be taken in. */
  readonly waiting: number | null;
  readonly parked: number | null;
};
/** What the pages need of the rest of the portal. */
export type SiteDeps = FormDeps & {
  readonly who: Who;
  readonly evidence: EvidenceStore;
  /** Everything about signing in that is written down. */
  readonly signIns: TellSignIns;
  /** Told of what kept a page from being drawn. */
  readonly onFault: (fault: unknown) => void;
  /** How the portal itself is, for operators. */
  readonly ownHealth?: (() => Promise<OwnHealth>) | undefined;
  /** What the read model could not take in. */
  readonly ownParked?: OwnParked | undefined;
  /** Where the pages of Temporal are, when operators may be led there. */
  readonly temporalUi?: string | undefined;
  /** Whom to ask about this site: a mail address or an address on the web. */
  readonly contact?: string | undefined;
  /** Whether whoever comes is believed: the sign-in of development and rehearsals. */
  readonly believesAll: boolean;
  readonly signInsPerMinute: number;
  readonly limiterOf: LimiterOf;
  /** `only`: of these forums alone. */
  readonly standing: (after?: string, only?: readonly string[]) => Promise<Standing>;
};
