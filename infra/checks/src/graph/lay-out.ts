import { type Flow, flowsOf, type Room } from './room.ts';

/** A room with its place: who asks stands left, who answers stands right. */
export type Box = {
  readonly room: Room;
  readonly column: 'left' | 'right';
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
};
type Point = { readonly x: number; readonly y: number };
export type Arrow = { readonly flow: Flow; readonly from: Point; readonly to: Point; readonly bulge: number };
export type Layout = {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  readonly width: number;
  readonly height: number;
};

export const boxWidth = 190;
const columns = { left: 30, right: 570 } as const;
const portDistance = 24;
const rowDistance = 44;
const top = 70;

type End = {
  readonly flow: Flow;
  readonly at: string;
  readonly other: string;
  readonly side: 'left' | 'right';
};

const endsOf = (flow: Flow, columnOf: (name: string) => 'left' | 'right'): readonly End[] => {
  const sideAt = (at: string, other: string): 'left' | 'right' => {
    if (columnOf(at) === columnOf(other)) return columnOf(at);
    return columnOf(at) === 'left' ? 'right' : 'left';
  };
  const { from, to } = flow;
  return [
    { flow, at: from, other: to, side: sideAt(from, to) },
    { flow, at: to, other: from, side: sideAt(to, from) },
  ];
};

const stack = (
  rooms: readonly Room[],
  column: 'left' | 'right',
  ports: (room: Room) => number,
): readonly Box[] => {
  let y = top;
  return rooms.map((room, row) => {
    const height = Math.max(64, portDistance * (ports(room) + 1));
    const box: Box = { room, column, row, x: columns[column], y, height };
    y += height + rowDistance;
    return box;
  });
};

const bottomOf = (boxes: readonly Box[]): number =>
  Math.max(top, ...boxes.map(({ y, height }) => y + height));

/** Places every room and every arrow; arrows never share a port, so each can be followed and labelled at its start. */
export const layOut = (rooms: readonly Room[]): Layout => {
  const flows = flowsOf(rooms);
  const asks = new Set(rooms.filter((room) => room.asks.length > 0).map(({ name }) => name));
  const columnOf = (name: string): 'left' | 'right' => (asks.has(name) ? 'left' : 'right');
  const ends = flows.flatMap((flow) => endsOf(flow, columnOf));
  const at = (name: string, side: string): readonly End[] =>
    ends.filter((end) => end.at === name && end.side === side);
  const ports = ({ name }: Room): number => Math.max(at(name, 'left').length, at(name, 'right').length);
  const column = (side: 'left' | 'right'): readonly Box[] =>
    stack(
      rooms.filter(({ name }) => columnOf(name) === side),
      side,
      ports,
    );
  const [left, right] = [column('left'), column('right')];
  const middle = Math.max(0, (bottomOf(right) - bottomOf(left)) / 2);
  const boxes = [...left.map((box) => ({ ...box, y: box.y + middle })), ...right];
  const boxOf = new Map(boxes.map((box) => [box.room.name, box]));

  const rowOf = (name: string): number => boxOf.get(name)?.y ?? 0;
  const pointOf = (flow: Flow, name: string): Point => {
    const box = boxOf.get(name);
    const end = ends.find((one) => one.flow === flow && one.at === name);
    if (!box || !end) throw new Error(`${name} has no place in the picture`);
    const beside = [...at(name, end.side)].sort(
      (a, b) => rowOf(a.other) - rowOf(b.other) || a.flow.kind.localeCompare(b.flow.kind, 'en'),
    );
    const y = box.y + (box.height * (beside.indexOf(end) + 1)) / (beside.length + 1);
    return { x: end.side === 'left' ? box.x : box.x + boxWidth, y: Math.round(y) };
  };
  const bulgeOf = ({ from, to }: Flow): number => {
    if (columnOf(from) !== columnOf(to)) return 0;
    const distance = Math.abs((boxOf.get(from)?.row ?? 0) - (boxOf.get(to)?.row ?? 0));
    return (columnOf(from) === 'left' ? -1 : 1) * (60 + 60 * distance);
  };
  return {
    boxes,
    arrows: flows.map((flow) => ({
      flow,
      from: pointOf(flow, flow.from),
      to: pointOf(flow, flow.to),
      bulge: bulgeOf(flow),
    })),
    width: columns.right + boxWidth + 60 + 60 * right.length,
    height: Math.max(bottomOf(left) + middle, bottomOf(right)) + 50,
  };
};
