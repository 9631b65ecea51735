type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };
export type Definitions = Readonly<Record<string, Node>>;

const isNode = (value: Json | undefined): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What OpenAPI calls a string and the API server takes as a number too. */
const eitherWay: Readonly<Record<string, Json>> = {
  'int-or-string': { type: ['string', 'integer'] },
  quantity: { type: ['string', 'number'] },
};

const withoutWords = ([key, value]: readonly [string, Json]): boolean =>
  !key.startsWith('x-') && !(key === 'description' && typeof value === 'string');

const members = (node: Node): Json =>
  Object.fromEntries(Object.entries(node).map(([name, value]) => [name, strict(value)]));

/**
 * A part of an OpenAPI document as a strict JSON Schema: without words, and whatever it does not name is wrong, so that a
 * misspelt field is found.
 */
export const strict = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(strict);
  if (!isNode(value)) return value;
  if (value['x-kubernetes-int-or-string'] === true || value.format === 'int-or-string')
    return eitherWay['int-or-string'] ?? null;
  const kept = Object.entries(value)
    .filter(withoutWords)
    .map(([key, held]) => [key, key === 'properties' && isNode(held) ? members(held) : strict(held)]);
  const open = value['x-kubernetes-preserve-unknown-fields'] === true || 'additionalProperties' in value;
  return {
    ...Object.fromEntries(kept),
    ...(isNode(value.properties) && !open ? { additionalProperties: false } : {}),
  };
};

const referred = (value: Json): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(referred);
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === '$ref' && typeof held === 'string' ? [held.slice('#/definitions/'.length)] : referred(held),
  );
};

/** The definitions of these names and of all they refer to, strict. */
export const reduced = (all: Definitions, wanted: readonly string[]): Definitions => {
  const found = new Map<string, Node>();
  const waiting = [...wanted];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    const definition = all[name];
    if (definition === undefined) throw new Error(`there is no definition ${name}`);
    const made = name.endsWith('.Quantity') ? eitherWay.quantity : strict(definition);
    found.set(name, made as Node);
    waiting.push(...referred(made ?? null));
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => a.localeCompare(b)));
};
