export type Name = { readonly ko: string; readonly en: string };
export type NamedFrom = { readonly fromDay: string; readonly name: Name };

/** What an institution was called on a day: its latest name by then, or its first. */
export const nameOn = (names: readonly NamedFrom[], day: string): Name | undefined => {
  const inOrder = names.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  return (inOrder.findLast((one) => one.fromDay <= day) ?? inOrder[0])?.name;
};
