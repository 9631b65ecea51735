import type { Command, SealedBodyOf } from '@madang/contracts';
import type { Request } from '@madang/decider';

/** What is asked, as the domain sees it. */
export type Asks<C extends Command> = Request<SealedBodyOf<C>>;
