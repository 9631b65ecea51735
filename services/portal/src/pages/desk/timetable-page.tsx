import { type Break, DATED, type StageDays } from '../../domain/timetable-breaks.ts';
import { Errors, type FormError } from '../kit/form.tsx';
import { TimetablePicture } from '../kit/pictures.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { BreaksFound } from './breaks-found.tsx';

export type TimetableView = {
  readonly told: Told;
  readonly cycleId: string;
  readonly cycleName: string;
  readonly crumbs: readonly Crumb[];
  readonly rehearsalDay: string | undefined;
  readonly today: string;
  readonly now: string;
  readonly stages: readonly StageDays[];
  readonly breaks: readonly Break[];
  readonly errors: readonly FormError[];
  readonly id: string;
  /** Development has begun: dates are looked at here, and moved by a decision. */
  readonly hasBegun: boolean;
};

/** The timetable with what its dates break, at once: looked at as often as one likes, published once. OGP 3.1, 3.3 */
export const timetablePage = (view: TimetableView): string => {
  const { told, stages } = view;
  const { say, lang } = told;
  const at = `/desk/timetable/${view.cycleId}`;
  const whole = stages.filter((one) => one.opensOn !== '' && one.closesOn >= one.opensOn);
  return drawPage({
    ...{ told, title: say('desk.timetable'), path: at, crumbs: view.crumbs },
    ...{ rehearsalDay: view.rehearsalDay, hasErrors: view.errors.length > 0 },
    children: (
      <>
        <h1>{say('desk.timetable')}</h1>
        <p class="lead">{view.cycleName}</p>
        <Errors errors={view.errors} told={told} />
        {whole.length === DATED.length ? (
          <TimetablePicture
            spans={whole.map((one) => ({
              ...{ name: say(`stage.${one.stage}`), from: `${one.opensOn}T00:00:00.000Z` },
              ...{ until: `${one.closesOn}T23:59:59.999Z`, when: 'next' },
            }))}
            today={view.now}
            todayName={say('cycle.timetable.today')}
            label={say('cycle.timetable.picture', {
              from: dayIn(told, whole[0]?.opensOn ?? view.today),
              until: dayIn(told, whole.at(-1)?.closesOn ?? view.today),
            })}
          />
        ) : null}
        <BreaksFound breaks={view.breaks} told={told} />
        <form method="post" action={`/${lang}${at}`} noValidate>
          <input type="hidden" name="id" value={view.id} />
          {DATED.map((stage) => {
            const one = stages.find((each) => each.stage === stage);
            const wrong = view.breaks.some((each) => each.stage === stage && each.severity === 'breaks');
            const said = wrong ? { 'aria-invalid': 'true' as const } : {};
            return (
              <fieldset class="field pair" key={stage}>
                <legend>{say(`stage.${stage}`)}</legend>
                <label>
                  {say('column.opens')}{' '}
                  <input type="date" name={`${stage}-opens`} value={one?.opensOn ?? ''} {...said} />
                </label>
                <label>
                  {say('column.closes')}{' '}
                  <input type="date" name={`${stage}-closes`} value={one?.closesOn ?? ''} {...said} />
                </label>
              </fieldset>
            );
          })}
          <p class="acts">
            <button type="submit" formMethod="get" class="second">
              {say('timetable.check')}
            </button>
            {view.hasBegun ? null : <button type="submit">{say('timetable.publish')}</button>}
          </p>
        </form>
        {view.hasBegun ? (
          <p>
            <a href={`/${lang}/desk/move-deadline/${view.cycleId}`}>{say('desk.moveDeadline')}</a>
          </p>
        ) : null}
      </>
    ),
  });
};
