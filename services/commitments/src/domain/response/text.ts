import type { Visibility } from '@madang/contracts';
import type { AggregateRef } from '@madang/decider';

/** What the kit keeps of a text that was published, narrowed, corrected or withdrawn. */
export type Text = {
  readonly visibility?: Visibility;
  readonly narrowedFrom?: Visibility;
  readonly withdrawn: boolean;
};

/** A text of this service; the kit owns the aggregate. */
export const textRef = (textId: string): AggregateRef<Text> => ({ type: 'text', id: textId });
