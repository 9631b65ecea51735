import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { houseWalls, shapeRules } from './house-walls.ts';
import { packageWalls } from './package-walls.ts';
import { serviceWalls } from './service-walls.ts';
import { asRule } from './wall.ts';
import { workflowWalls } from './workflow-walls.ts';

/** Every wall of the house as a named rule. */
export const rules = [
  ...[...packageWalls, ...serviceWalls, ...workflowWalls, ...houseWalls].map(asRule),
  ...shapeRules,
];

/** An import that goes through a wall. */
export type Breach = {
  readonly rule: string;
  readonly because: string;
  readonly from: string;
  readonly to: string;
};

const because = new Map(rules.map((rule) => [rule.name, rule.comment ?? '']));

const isResult = (output: ICruiseResult | string): output is ICruiseResult => typeof output !== 'string';

/** Reads every import below `top`, types included, and returns those that go through a wall, with the number of files read. */
export const breachesOf = async (
  top: string,
): Promise<{ readonly breaches: readonly Breach[]; readonly files: number }> => {
  const { output } = await cruise(['services', 'workflows', 'packages', 'infra'], {
    baseDir: top,
    validate: true,
    ruleSet: { forbidden: rules },
    parser: 'tsc',
    tsPreCompilationDeps: true,
    exclude: { path: ['/dist/', '/\\.madang/'] },
    doNotFollow: { path: ['node_modules/', '/generated/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.node', '.d.ts'],
    },
  });
  if (!isResult(output)) throw new Error(`The import reader said: ${output}`);
  const breaches = output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    because: because.get(rule.name) ?? '',
    from,
    to,
  }));
  const files = output.modules.filter(
    ({ source }) => /\.tsx?$/.test(source) && !source.includes('node_modules'),
  );
  return { breaches, files: files.length };
};
