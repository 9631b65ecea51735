import { join } from 'node:path';
import { adrIndex } from '@madang/handbook';
import { asyncApi } from '../contracts/asyncapi.ts';
import { openApi } from '../contracts/openapi.ts';
import { roles } from '../contracts/roles.ts';
import { samples } from '../contracts/samples.ts';
import { drawGraph } from '../graph/draw-graph.ts';
import { mermaidOf } from '../graph/mermaid-of.ts';
import { roomsOf } from '../graph/rooms-of.ts';
import { top } from '../top.ts';
import { chartFiles } from './chart-files.ts';
import type { Generator } from './generated-file.ts';

/** The index of the decisions, from their pages. */
const decisions: Generator = {
  name: 'decisions',
  make: async () => [
    {
      path: 'packages/handbook/adr/README.md',
      text: adrIndex(join(top, 'packages/handbook/adr')),
    },
  ],
};

/** The picture of who asks, tells and hears whom, from the wiring of the services. */
const graph: Generator = {
  name: 'graph',
  make: async () => {
    const { rooms, unwired } = await roomsOf(top);
    if (unwired.length > 0) {
      console.log(`graph: waits for service.ts of ${unwired.join(', ')}`);
      return [];
    }
    return [
      { path: 'packages/handbook/graph.svg', text: drawGraph(rooms) },
      { path: 'packages/handbook/graph.mmd', text: mermaidOf(rooms) },
    ];
  },
};

/** Everything that is generated and committed. Add a line for each new kind; `make` writes nothing. */
export const generators: readonly Generator[] = [
  decisions,
  graph,
  roles,
  samples,
  asyncApi,
  openApi,
  chartFiles,
];
