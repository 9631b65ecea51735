export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text is one thing: its reference is compared as a whole. */
const isWhole = (value: unknown): boolean => !isFields(value) || 'textId' in value;

/** Milestones are compared by their id, so that one put in between does not change all that follow. */
const byId = (value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every((one) => isFields(one) && 'milestoneId' in one)
    ? Object.fromEntries(value.map((one: Fields) => [String(one.milestoneId), one]))
    : value;

const same = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, at) => same(value, other[at]));
  if (isFields(one) && isFields(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
      same(one[key], other[key]),
    );
  return one === other;
};

/** What changed between two versions, field by field; `null` where a field was not there. */
export const changesBetween = (before: unknown, after: unknown, path = ''): readonly Change[] => {
  const [old, young] = [byId(before), byId(after)];
  if (isWhole(old) || isWhole(young))
    return same(old, young) ? [] : [{ path, before: old ?? null, after: young ?? null }];
  const fields = { ...(old as Fields), ...(young as Fields) };
  return Object.keys(fields)
    .toSorted()
    .flatMap((key) =>
      changesBetween((old as Fields)[key], (young as Fields)[key], path === '' ? key : `${path}.${key}`),
    );
};
