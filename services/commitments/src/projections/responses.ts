import { type DataOf, ResponseDrafted, ResponsePublished } from '@madang/contracts';
import { projection } from '@madang/decider';

export type ResponseRows = {
  /** A response drafted anew takes the place of its earlier draft. */
  readonly putDrafts: (drafts: readonly DataOf<typeof ResponseDrafted>[]) => Promise<void>;
  readonly publishResponses: (responseIds: readonly string[]) => Promise<void>;
};

export const responseProjections = [
  projection(ResponseDrafted, (rows: ResponseRows, facts) => rows.putDrafts(facts.map((fact) => fact.data))),
  projection(ResponsePublished, (rows: ResponseRows, facts) =>
    rows.publishResponses(facts.map((fact) => fact.data.responseId)),
  ),
];
