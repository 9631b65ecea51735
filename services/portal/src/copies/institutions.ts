import { InstitutionRegistered, InstitutionRenamed } from '@madang/contracts';
import { copy } from '@madang/decider';

type Named = {
  readonly institutionId: string;
  readonly fromDay: string;
  readonly name: { readonly ko: string; readonly en: string };
};
export type InstitutionWriter = { readonly putNames: (names: readonly Named[]) => Promise<void> };

type Fact = {
  readonly data: { readonly institutionId: string; readonly from: string; readonly name: Named['name'] };
};
const named = ({ data: { institutionId, from, name } }: Fact): Named => ({
  institutionId,
  fromDay: from,
  name,
});

/** What an institution is called, from which day on. */
export const institutionCopies = [
  copy(InstitutionRegistered, (rows: InstitutionWriter, facts) => rows.putNames(facts.map(named))),
  copy(InstitutionRenamed, (rows: InstitutionWriter, facts) => rows.putNames(facts.map(named))),
];
