import type { VNode } from 'preact';
import type { DutyFound } from '../../queries/institution.ts';
import { standingOf } from '../kit/desk.ts';
import { Facts, Tag, toneOf } from '../kit/parts.tsx';
import { dayIn, type Told } from '../kit/told.ts';

type Said = { readonly lang: string; readonly text: string };
export type DutyContextView = {
  readonly duty: DutyFound;
  readonly who: string;
  readonly answerable: string | undefined;
  readonly asked: Said | undefined;
  readonly note: Said | undefined;
};

const Quote = ({ head, said }: { readonly head: string; readonly said: Said | undefined }): VNode | null =>
  said ? (
    <>
      <h2>{head}</h2>
      <div class="words" lang={said.lang}>
        {said.text}
      </div>
    </>
  ) : null;

/** Who owes what by when, until when they ask and why, and what they answered: before anything is decided about it. */
export const DutyContext = ({
  ground: { duty, who, answerable, asked, note },
  told,
}: {
  readonly ground: DutyContextView;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  const standing = duty.state === 'discharged' ? 'discharged' : standingOf(duty);
  return (
    <>
      <Facts
        facts={[
          [say('column.institution'), answerable ? `${who} (${answerable})` : who],
          [
            say('column.what'),
            <a key="what" href={`/${lang}/duties/${duty.id}`}>
              {say(`duty.${duty.obligationKind}`)}
            </a>,
          ],
          [say('column.due'), dayIn(told, duty.dueOn)],
          [
            say('column.state'),
            <Tag key="state" tone={toneOf(standing)}>
              {say(duty.state === 'withdrawn' ? 'duty.withdrawn' : `awaited.${standing}`)}
            </Tag>,
          ],
          [
            say('duty.asked.until'),
            duty.extensionAsked && duty.extensionUntil ? dayIn(told, duty.extensionUntil) : '',
          ],
        ]}
      />
      <Quote head={say('duty.asked.why')} said={duty.extensionAsked ? asked : undefined} />
      <Quote head={say('desk.note')} said={duty.state === 'discharged' ? note : undefined} />
    </>
  );
};
