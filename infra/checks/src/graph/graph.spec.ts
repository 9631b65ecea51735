import { describe, expect, test } from 'vitest';
import { drawGraph } from './draw-graph.ts';
import { layOut } from './lay-out.ts';
import { mermaidOf } from './mermaid-of.ts';
import { holesIn, type Room } from './room.ts';

const portal: Room = {
  name: 'portal',
  asks: ['forums.open-ballot.v1', 'forums.ballots.v1'],
  answers: [],
  tells: [],
  hears: [{ source: 'forums', types: ['forums.ballot.opened.v1'] }],
};
const forums: Room = {
  name: 'forums',
  asks: [],
  answers: ['forums.open-ballot.v1', 'forums.ballots.v1'],
  tells: ['forums.ballot.opened.v1', 'forums.ballot.closed.v1'],
  hears: [],
};
const commitments: Room = {
  name: 'commitments',
  asks: [],
  answers: [],
  tells: [],
  hears: [{ source: 'forums', types: ['forums.ballot.closed.v1', 'forums.ballot.opened.v1'] }],
};
const rooms = [portal, forums, commitments];

describe('the picture of the wiring', () => {
  test('draws a solid arrow for wishes and a dotted one for facts', () => {
    expect(mermaidOf(rooms)).toBe(`flowchart LR
  portal([portal])
  forums[forums]
  commitments([commitments])
  portal -->|asks 2| forums
  forums -.->|tells 2| commitments
  forums -.->|tells 1| portal
`);
  });

  test('has a title and says in words what it shows', () => {
    const svg = drawGraph(rooms);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="title desc"/);
    expect(svg).toContain('<title id="title">Who asks, tells and hears whom in Madang</title>');
    expect(svg).toContain('portal asks forums: forums.ballots.v1, forums.open-ballot.v1.');
  });

  test('puts those who ask left of those who answer', () => {
    const { boxes } = layOut(rooms);
    expect(boxes.map(({ room, column }) => [room.name, column])).toEqual([
      ['portal', 'left'],
      ['forums', 'right'],
      ['commitments', 'right'],
    ]);
  });

  test('gives each arrow its own start and end', () => {
    const ends = layOut(rooms).arrows.flatMap(({ from, to }) => [`${from.x},${from.y}`, `${to.x},${to.y}`]);
    expect(new Set(ends).size).toBe(ends.length);
  });

  test('is the same for the same wiring', () => {
    expect(drawGraph(rooms)).toBe(drawGraph(structuredClone(rooms)));
  });
});

describe('a hole in the wiring', () => {
  test('is a wish that nobody answers', () => {
    expect(holesIn([portal])).toContain('portal asks forums.open-ballot.v1, which nobody answers');
  });

  test('is a fact that is heard and never told', () => {
    const deaf: Room = { ...commitments, hears: [{ source: 'forums', types: ['forums.seat.left.v1'] }] };
    expect(holesIn([forums, deaf])).toEqual([
      'commitments hears forums.seat.left.v1 from forums, who does not tell it',
    ]);
    expect(() => drawGraph([forums, deaf])).toThrow('The wiring has holes');
  });
});
