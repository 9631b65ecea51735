import type { CommitmentPage } from '../queries/commitments.ts';
import type { Place } from '../queries/place.ts';
import { EvidenceInput, type KeptFile } from './kit/evidence-input.tsx';
import { EvidenceLink } from './kit/evidence-link.tsx';
import { Field, Options } from './kit/fields.tsx';
import { crumbsTo } from './kit/place.ts';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { type Lang, saying } from './messages/say.ts';

export type EvidenceView = {
  readonly place: Place;
  readonly commitment: CommitmentPage;
  /** Milestones on which whoever looks may hand in evidence. */
  readonly mayProve: readonly string[];
  readonly formId: string;
  readonly wrong: string | null;
  readonly milestone: string;
  readonly link: string;
  readonly kept: readonly KeptFile[];
  readonly isDone: boolean;
};

/** Evidence of a commitment's milestones: what is there, and the form by which its lead institution adds to it. */
export const evidencePage = (view: EvidenceView, lang: Lang): string => {
  const { place, commitment: one, mayProve, wrong } = view;
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  const title = say('evidence.title', { number: one.number });
  return drawPage({
    told,
    title,
    path: `/commitments/${one.id}/evidence`,
    crumbs: [
      ...crumbsTo(place, lang, say),
      { href: `/commitments/${one.id}`, name: `${one.number}. ${one.title[lang]}` },
    ],
    hasErrors: wrong !== null,
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        <h1>{title}</h1>
        {wrong ? (
          <p class="errors" role="alert">
            {wrong}
          </p>
        ) : null}
        {view.isDone ? (
          <p class="box" role="status">
            {say('evidence.done')}
          </p>
        ) : null}
        {mayProve.length === 0 ? (
          <p>{say('evidence.notYours')}</p>
        ) : (
          <form
            method="post"
            action={`/${lang}/commitments/${one.id}/evidence`}
            encType="multipart/form-data"
          >
            <input type="hidden" name="id" value={view.formId} />
            <Field id="milestone" label={say('evidence.milestone')}>
              <select id="milestone" name="milestone">
                <Options
                  choices={one.milestones
                    .filter((each) => mayProve.includes(each.milestoneId))
                    .map((each) => [each.milestoneId, each.name[lang]])}
                  chosen={view.milestone}
                />
              </select>
            </Field>
            <EvidenceInput name="evidence" link={view.link} kept={view.kept} told={told} />
            <button type="submit">{say('evidence.send')}</button>
          </form>
        )}
        {one.milestones.map((each) => {
          const all = [
            ...each.reports.flatMap(({ on, evidence }) => evidence.map((of) => ({ on, of }))),
            ...each.evidence.map(({ on, evidence }) => ({ on, of: evidence })),
          ];
          return all.length === 0 ? null : (
            <section key={each.milestoneId}>
              <h2>{each.name[lang]}</h2>
              <ul class="plain">
                {all.map(({ on, of }, at) => (
                  <li key={at}>
                    {dayIn(told, on)}: <EvidenceLink evidence={of} told={told} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </>
    ),
  });
};
