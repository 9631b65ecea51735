import type { RulePackId } from '@madang/contracts';
import type { Day } from './day.ts';
import { ogp2017 } from './packs/ogp-2017.ts';
import { ogp2022 } from './packs/ogp-2022.ts';
import { ogpLocal } from './packs/ogp-local.ts';
import type { Level, RulePack } from './rule-pack.ts';

const byId: Readonly<Record<RulePackId, RulePack>> = {
  'ogp-2022': ogp2022,
  'ogp-2017': ogp2017,
  'ogp-local': ogpLocal,
};

/** Every pack, of each level the youngest first. */
export const rulePacks: readonly RulePack[] = [ogp2022, ogp2017, ogpLocal];

/** The pack with this id. */
export const rulePack = (id: RulePackId): RulePack => byId[id];

/**
 * The pack in force for a cycle opened on a day: packs are dated, and a cycle is judged by the one it began under, not by
 * a later one.
 */
export const rulePackFor = (day: Day, level: Level): RulePack => {
  if (level === 'local') return ogpLocal;
  return rulePacks.find((pack) => pack.level === level && (pack.inForceFrom ?? day) <= day) ?? ogp2017;
};
