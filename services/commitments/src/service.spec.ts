import {
  allCommands,
  allEvents,
  allQueries,
  operationContracts,
  ReadCommitmentTexts,
  textContracts,
} from '@madang/contracts';
import { describe, expect, it } from 'vitest';
import { commitments } from './service.ts';

/** What the kit answers, responds and tells for every service. */
const ofTheKit = new Set(
  [
    ReadCommitmentTexts,
    ...Object.values(operationContracts('commitments')),
    ...Object.values(textContracts('commitments')),
  ].map((one) => one.type as string),
);
const own = (all: readonly { readonly type: string; readonly service: string }[]) =>
  all.filter((one) => one.service === 'commitments' && !ofTheKit.has(one.type)).map((one) => one.type);

describe('the service', () => {
  it('answers every command of its contracts', () =>
    expect(commitments.answers.map((one) => one.command.type).toSorted()).toEqual(own(allCommands)));
  it('responds to every query', () =>
    expect(commitments.responds.map((one) => one.query.type).toSorted()).toEqual(own(allQueries)));
  it('tells every fact', () =>
    expect(commitments.tells.map((one) => one.type).toSorted()).toEqual(own(allEvents)));
});
