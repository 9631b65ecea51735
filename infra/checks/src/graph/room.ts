/** A room of the house as the picture shows it; every name is a message type such as `forums.ballot.closed.v1`. */
export type Room = {
  readonly name: string;
  readonly asks: readonly string[];
  readonly answers: readonly string[];
  readonly tells: readonly string[];
  readonly hears: readonly { readonly source: string; readonly types: readonly string[] }[];
};

/** All messages of one kind from one room to another. */
export type Flow = {
  readonly kind: 'asks' | 'tells';
  readonly from: string;
  readonly to: string;
  readonly types: readonly string[];
};

const sorted = (types: Iterable<string>): readonly string[] => [...new Set(types)].sort();

const asked = (rooms: readonly Room[]): readonly Flow[] =>
  rooms.flatMap((asker) =>
    rooms.flatMap((owner): readonly Flow[] => {
      const answers = new Set(owner.answers);
      const types = sorted(asker.asks.filter((type) => answers.has(type)));
      return types.length === 0 ? [] : [{ kind: 'asks', from: asker.name, to: owner.name, types }];
    }),
  );

const told = (rooms: readonly Room[]): readonly Flow[] =>
  rooms.flatMap((listener) =>
    listener.hears
      .filter(({ types }) => types.length > 0)
      .map(
        ({ source, types }): Flow => ({
          kind: 'tells',
          from: source,
          to: listener.name,
          types: sorted(types),
        }),
      ),
  );

/** A wish that nobody answers or a fact that nobody tells is a hole in the wiring, and is said instead of drawn. */
export const holesIn = (rooms: readonly Room[]): readonly string[] => {
  const answered = new Set(rooms.flatMap(({ answers }) => answers));
  const tells = new Map(rooms.map(({ name, tells }) => [name, new Set(tells)]));
  return [
    ...rooms.flatMap(({ name, asks }) =>
      asks.filter((type) => !answered.has(type)).map((type) => `${name} asks ${type}, which nobody answers`),
    ),
    ...rooms.flatMap(({ name, hears }) =>
      hears.flatMap(({ source, types }) =>
        types
          .filter((type) => !tells.get(source)?.has(type))
          .map((type) => `${name} hears ${type} from ${source}, who does not tell it`),
      ),
    ),
  ];
};

/** Who asks whom and who tells whom, in a fixed order. */
export const flowsOf = (rooms: readonly Room[]): readonly Flow[] => {
  const holes = holesIn(rooms);
  if (holes.length > 0) throw new Error(`The wiring has holes:\n  ${holes.join('\n  ')}`);
  const key = ({ kind, from, to }: Flow): string => `${kind} ${from} ${to}`;
  return [...asked(rooms), ...told(rooms)].sort((a, b) => key(a).localeCompare(key(b), 'en'));
};
