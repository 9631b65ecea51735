import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Where an import stands or what it points at, as regular expressions on paths from the top folder; `$1` is the first group of `from`. */
type Paths = readonly string[];

/** A wall between rooms: what may not be imported from where, and what to do instead. */
export type Wall = {
  readonly name: string;
  readonly because: string;
  readonly from: Paths;
  /** Within `from`, who is not meant. */
  readonly but?: Paths;
  /** What may not be imported; without it, everything but `mayImport`. */
  readonly to?: Paths;
  readonly mayImport?: Paths;
  /** `import type` of what is behind the wall is no breach. */
  readonly typesAreFree?: boolean;
};

const list = (paths: Paths | undefined): string[] => [...(paths ?? [])];

/** A wall as dependency-cruiser reads it. */
export const asRule = (wall: Wall): IForbiddenRuleType => ({
  name: wall.name,
  comment: wall.because,
  severity: 'error',
  from: { path: list(wall.from), pathNot: list(wall.but) },
  to: {
    ...(wall.to ? { path: list(wall.to) } : {}),
    ...(wall.mayImport ? { pathNot: list(wall.mayImport) } : {}),
    ...(wall.typesAreFree ? { dependencyTypesNot: ['type-only', 'type-import'] } : {}),
  },
});

/** A package from npm, wherever the package manager has put it. A name that ends in `/` is a scope. */
export const npm = (name: string): string =>
  name.endsWith('/') ? `node_modules/(@types/)?${name}` : `node_modules/(@types/)?${name}/`;

/** Node's own modules. */
export const node = '^node:|^[a-z_/0-9]+$';

/** A package of the house. */
export const house = (name: string): string => `^packages/${name}/`;

/** Specs, stories and what they set up (`skeleton/`): they may use test tools and real engines, and import what they prove. */
export const specs = '\\.(spec|story|page|probe)\\.ts$|/skeleton/';
