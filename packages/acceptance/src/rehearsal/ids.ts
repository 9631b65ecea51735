import { v5 as uuidv5 } from 'uuid';

const NAMESPACE = '5b0c6a0e-3a5c-5d0f-8a8e-2f6f1f7a4d11';

/** Ids of one run, named by what they stand for; the same run name gives the same ids. */
export type Ids = {
  readonly of: (label: string) => string;
  /** What an id stands for; undefined for one that was not made here. */
  readonly labelOf: (id: string) => string | undefined;
};

export const idsOf = (run: string): Ids => {
  const namespace = uuidv5(run, NAMESPACE);
  const labels = new Map<string, string>();
  return {
    of: (label) => {
      const id = uuidv5(label, namespace);
      labels.set(id, label);
      return id;
    },
    labelOf: (id) => labels.get(id),
  };
};
