import type { ObligationKind } from '@madang/contracts';
import { conductOf } from '../rehearsal/conduct-of.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import { dataOf, type Fact } from './facts.ts';

/** What became of one obligation, as its facts tell. */
export type Duty = {
  readonly institution: string;
  readonly kind: ObligationKind;
  readonly window: number | undefined;
  readonly does: string;
  readonly dueOn: string;
  readonly discharged: boolean;
  readonly late: boolean;
  readonly silent: boolean;
  readonly escalated: boolean;
  readonly delegated: boolean;
  readonly extended: boolean;
  readonly returned: boolean;
  readonly reminders: number;
};

const nameOf = (type: string): string => type.split('.')[2] ?? '';

/** Every obligation of the forum with its institution's code and how the scenario had it answer. */
export const dutiesOf = (facts: readonly Fact[], { ids, scenario }: Rehearsal): readonly Duty[] => {
  const windows = new Map(
    facts
      .filter(({ type }) => type === 'commitments.reporting-window.opened.v1')
      .map((fact) => [dataOf(fact).windowId, Number(dataOf(fact).number)]),
  );
  const codes = new Map(scenario.institutions.map(({ code }) => [ids.of(`institution/${code}`), code]));
  const ofObligations = facts.filter(
    ({ service, subject }) => service === 'ministries' && subject.startsWith('obligation/'),
  );
  return [...Map.groupBy(ofObligations, ({ subject }) => subject).values()].flatMap((own) => {
    const [imposed] = own;
    if (imposed === undefined) return [];
    const data = dataOf(imposed);
    const names = own.map(({ type }) => nameOf(type));
    const institution = codes.get(String(data.institutionId)) ?? String(data.institutionId);
    const kind = data.obligationKind as ObligationKind;
    const window = windows.get((data.subject as { readonly windowId?: string } | undefined)?.windowId);
    const last = own.findLast(({ type }) => nameOf(type) === 'discharged');
    return [
      {
        institution,
        kind,
        window,
        does: conductOf(scenario, institution, kind, window).does,
        dueOn: String(data.dueOn),
        discharged: last !== undefined,
        late: last !== undefined && dataOf(last).late === true,
        silent: names.includes('silence-stated'),
        escalated: names.includes('escalated'),
        delegated: names.includes('delegated'),
        extended: names.includes('extended'),
        returned: names.includes('returned'),
        reminders: names.filter((name) => name === 'reminded').length,
      },
    ];
  });
};
