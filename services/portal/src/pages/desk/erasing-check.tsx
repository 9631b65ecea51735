import type { VNode } from 'preact';
import type { Told } from '../kit/told.ts';

/** What will be gone, before it is. @param things what somebody handed in; null of whoever was named by their code */
export const ErasingCheck = ({
  things,
  told: { say },
}: {
  readonly things: number | null;
  readonly told: Told;
}): VNode => (
  <div class="box">
    <p>{things === null ? say('erase.person.code') : say('erase.person.things', { count: things })}</p>
    <p>{say('erase.forever')}</p>
  </div>
);
