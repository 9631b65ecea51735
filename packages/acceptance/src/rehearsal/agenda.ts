/** Something people do at an instant of the forum's clock. */
export type Act = { readonly at: string; readonly title: string; readonly play: () => Promise<void> };

/** What is still to be done, by instant; acts of one instant keep the order in which they were put down. */
export type Agenda = {
  readonly put: (at: string, title: string, play: () => Promise<void>) => void;
  readonly next: () => Act | undefined;
  /** Gives back what was taken out, to stand first among the acts of its instant. */
  readonly putBack: (act: Act) => void;
  readonly left: () => number;
};

export const openAgenda = (): Agenda => {
  const acts: Act[] = [];
  return {
    put: (at, title, play) => {
      const place = acts.findLastIndex((act) => act.at <= at) + 1;
      acts.splice(place, 0, { at, title, play });
    },
    next: () => acts.shift(),
    putBack: (act) => void acts.splice(acts.findLastIndex((other) => other.at < act.at) + 1, 0, act),
    left: () => acts.length,
  };
};
