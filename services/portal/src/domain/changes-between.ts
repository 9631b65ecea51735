/** What of a commitment is compared besides its long texts. */
export type Compared = {
  readonly title: { readonly ko: string; readonly en: string };
  readonly leadInstitutionId: string;
  readonly periodFrom: string;
  readonly periodUntil: string;
  readonly values: readonly string[];
  readonly sdgTargets: readonly string[];
  readonly themes?: readonly string[] | undefined;
  readonly supporters: readonly { readonly name: { readonly ko: string; readonly en: string } }[];
  readonly milestones: readonly {
    readonly milestoneId: string;
    readonly name: { readonly ko: string; readonly en: string };
    readonly dueOn: string;
    readonly leadInstitutionId: string;
  }[];
};
type Milestone = Compared['milestones'][number];
/** What is not the same in two versions. `what` names the field, `of` the milestone it belongs to. */
export type Change =
  | {
      readonly what: 'title' | 'lead' | 'period' | 'values' | 'sdg' | 'themes' | 'supporters';
      readonly was: string;
      readonly is: string;
    }
  | { readonly what: 'milestone-added' | 'milestone-dropped'; readonly of: Milestone }
  | {
      readonly what: 'milestone-name' | 'milestone-due' | 'milestone-lead';
      readonly of: Milestone;
      readonly was: string;
      readonly is: string;
    };

const differing = <W extends string>(what: W, was: string, is: string) =>
  was === is ? [] : [{ what, was, is }];

/** Everything but the long texts in which a version differs from the one before; `lang` is that of the names. */
export const changesBetween = (before: Compared, after: Compared, lang: 'ko' | 'en'): readonly Change[] => {
  const had = new Map(before.milestones.map((one) => [one.milestoneId, one]));
  const has = new Set(after.milestones.map((one) => one.milestoneId));
  const listed = (list: readonly string[] | undefined): string => (list ?? []).join(', ');
  return [
    ...differing('title', before.title[lang], after.title[lang]),
    ...differing('lead', before.leadInstitutionId, after.leadInstitutionId),
    ...differing(
      'period',
      `${before.periodFrom} – ${before.periodUntil}`,
      `${after.periodFrom} – ${after.periodUntil}`,
    ),
    ...differing('values', listed(before.values), listed(after.values)),
    ...differing('sdg', listed(before.sdgTargets), listed(after.sdgTargets)),
    ...differing('themes', listed(before.themes), listed(after.themes)),
    ...differing(
      'supporters',
      listed(before.supporters.map((one) => one.name[lang])),
      listed(after.supporters.map((one) => one.name[lang])),
    ),
    ...after.milestones.flatMap((of): readonly Change[] => {
      const was = had.get(of.milestoneId);
      if (!was) return [{ what: 'milestone-added', of }];
      return [
        ...differing('milestone-name' as const, was.name[lang], of.name[lang]),
        ...differing('milestone-due' as const, was.dueOn, of.dueOn),
        ...differing('milestone-lead' as const, was.leadInstitutionId, of.leadInstitutionId),
      ].map((one) => ({ ...one, of }));
    }),
    ...before.milestones
      .filter((one) => !has.has(one.milestoneId))
      .map((of): Change => ({ what: 'milestone-dropped', of })),
  ];
};
