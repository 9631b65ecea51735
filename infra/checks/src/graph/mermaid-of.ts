import { flowsOf, type Room } from './room.ts';

/** The wiring as mermaid text: wishes are solid arrows, facts are dotted ones. */
export const mermaidOf = (rooms: readonly Room[]): string => {
  const nodes = rooms.map(({ name, answers }) =>
    answers.length > 0 ? `  ${name}[${name}]` : `  ${name}([${name}])`,
  );
  const flows = flowsOf(rooms).map(({ kind, from, to, types }) =>
    kind === 'asks'
      ? `  ${from} -->|asks ${types.length}| ${to}`
      : `  ${from} -.->|tells ${types.length}| ${to}`,
  );
  return ['flowchart LR', ...nodes, ...flows, ''].join('\n');
};
