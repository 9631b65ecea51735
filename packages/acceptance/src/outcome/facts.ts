import type { Actor, After, ForumFactsOfForum, ResultOf, ServiceName } from '@madang/contracts';
import type { Portal } from '../portal/portal.ts';
import { serviceQuestions } from './service-questions.ts';

/** A fact as it stands in the log of its service. */
export type Fact = ResultOf<typeof ForumFactsOfForum>['facts'][number] & { readonly service: ServiceName };

/** Every fact of a forum, read from all services' logs behind the given positions. */
export const factsOf = async (
  portal: Portal,
  operator: Actor,
  forumId: string,
  since: After = {},
): Promise<readonly Fact[]> => {
  const perService = serviceQuestions.map(async ({ service, facts: query }) => {
    const facts: Fact[] = [];
    for (let from: number | null = since[service] ?? 0; from !== null; ) {
      const page: ResultOf<typeof query> = await portal.query(operator, query, {
        forumId,
        afterSequence: from,
      });
      facts.push(...page.facts.map((fact) => ({ ...fact, service })));
      from = page.next;
    }
    return facts;
  });
  return (await Promise.all(perService)).flat();
};

/** How far each service is, before anything is done. */
export const headsOf = async (portal: Portal, operator: Actor): Promise<After> =>
  Object.fromEntries(
    await Promise.all(
      serviceQuestions.map(async ({ service, positions }) => [
        service,
        (await portal.query(operator, positions, {})).head,
      ]),
    ),
  );

export const bySubject = (facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> =>
  Map.groupBy(
    facts.toSorted((a, b) => a.sequence - b.sequence),
    ({ service, subject }) => `${service}/${subject}`,
  );

/** The data of a fact of one type, read loosely: what is shown and compared was checked when it was recorded. */
export const dataOf = (fact: Fact): Readonly<Record<string, unknown>> =>
  fact.data as Readonly<Record<string, unknown>>;
