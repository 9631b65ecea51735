import * as commitmentCommands from './commitments/commands.ts';
import * as commitmentEvents from './commitments/events.ts';
import * as imports from './commitments/import-contracts.ts';
import * as moderation from './commitments/moderation-contracts.ts';
import * as proposals from './commitments/proposal-contracts.ts';
import * as commitmentQueries from './commitments/queries.ts';
import * as forumCommands from './forums/commands.ts';
import * as forumEvents from './forums/events.ts';
import * as forumQueries from './forums/queries.ts';
import type { Command, Event, Query } from './kernel/define.ts';
import * as ministryCommands from './ministries/commands.ts';
import * as ministryEvents from './ministries/events.ts';
import * as ministryQueries from './ministries/queries.ts';
import * as operations from './operations.ts';
import * as people from './people/contracts.ts';
import * as post from './people/post-contracts.ts';
import * as repairs from './people/repair-contracts.ts';
import * as signIns from './people/sign-in-contracts.ts';
import * as webhooks from './people/webhook-contracts.ts';
import * as workflows from './workflows/contracts.ts';

const everything: readonly unknown[] = [
  forumCommands,
  forumEvents,
  forumQueries,
  commitmentCommands,
  commitmentEvents,
  commitmentQueries,
  imports,
  moderation,
  proposals,
  ministryCommands,
  ministryEvents,
  ministryQueries,
  people,
  post,
  signIns,
  webhooks,
  repairs,
  operations,
  workflows,
].flatMap((module) => Object.values(module));

const ofKind = <T extends { readonly kind: string; readonly type: string }>(kind: T['kind']): readonly T[] =>
  everything
    .filter((one): one is T => typeof one === 'object' && one !== null && 'kind' in one && one.kind === kind)
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));

/** Every command there is, by type. */
export const allCommands: readonly Command[] = ofKind<Command>('command');
export const allEvents: readonly Event[] = ofKind<Event>('event');
export const allQueries: readonly Query[] = ofKind<Query>('query');
