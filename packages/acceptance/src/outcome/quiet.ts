import type { Actor } from '@madang/contracts';
import { until } from '@madang/local';
import type { Portal } from '../portal/portal.ts';
import type { Invariant } from './invariant.ts';
import { serviceQuestions } from './service-questions.ts';

/** Waits a little for the last facts to arrive, then says whether everything told was published, heard and taken in. */
export const quiet = async (portal: Portal, operator: Actor): Promise<Invariant> => {
  const look = async () => {
    const all = await Promise.all(
      serviceQuestions.map(async ({ service, positions }) => ({
        service,
        ...(await portal.query(operator, positions, {})),
      })),
    );
    const heads = new Map<string, number>(all.map(({ service, head }) => [service, head]));
    const behind = all.flatMap(({ service, head, published, heard, waiting, parked }) => [
      ...(published === head ? [] : [`${service} has published ${published} of ${head}`]),
      ...Object.entries(heard)
        .filter(([source, at]) => at < (heads.get(source) ?? 0))
        .map(([source, at]) => `${service} has heard ${source} to ${at} of ${heads.get(source)}`),
      ...(waiting > 0 ? [`${waiting} facts wait in ${service}`] : []),
      ...(parked > 0 ? [`${parked} facts are parked in ${service}`] : []),
    ]);
    return { all, behind };
  };
  let last = await look();
  // When it does not come, the last look says what is missing.
  const looked = async (): Promise<boolean> => {
    last = await look();
    return last.behind.length === 0;
  };
  await until(looked, { within: 20_000, what: 'everything to be heard' }).catch(() => undefined);
  return {
    name: 'all facts are published and heard, none waits or is parked',
    holds: last.behind.length === 0,
    detail: last.behind.join('; ') || last.all.map(({ service, head }) => `${service} ${head}`).join(', '),
  };
};
