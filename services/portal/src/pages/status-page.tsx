import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { partOfTimetable } from '../domain/part-of-timetable.ts';
import type { Awaited, CommitmentView, CycleView, ForumView, Standing } from '../queries/standing.ts';
import { style } from './style.ts';
import { type Lang, words } from './words.ts';

type Words = (typeof words)[Lang];
type Told = { readonly lang: Lang; readonly text: Words };

const Stages = ({ view, now, text }: { view: CycleView; now: string; text: Words }): VNode => (
  <ol class="stages" aria-label={text.timetable}>
    {view.stages.map((one) => {
      const when = partOfTimetable(one, now);
      return (
        <li key={one.stage} class={when} aria-current={when === 'now' ? 'step' : undefined}>
          {text.stages[one.stage]}
          <br />
          <small>
            {one.opensOn} – {one.closesOn} · {text[when]}
          </small>
        </li>
      );
    })}
  </ol>
);

const State = ({ one, text }: { one: Awaited; text: Words }): VNode => (
  <td class={one.state === 'awaited' ? undefined : 'bad'}>
    {one.state === 'silent' ? text.silent : one.state === 'overdue' ? text.late : text.awaited_}
    {one.extensionAsked ? ` · ${text.asking}` : ''}
  </td>
);

const Duties = ({ view, lang, text }: { view: CycleView } & Told): VNode =>
  view.awaited.length === 0 ? (
    <p>{text.nobody}</p>
  ) : (
    <section class="scroll" tabindex={0} aria-label={text.awaited}>
      <table>
        <caption>
          {text.awaited} ({view.open})
        </caption>
        <thead>
          <tr>
            <th scope="col">{text.institution}</th>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.due}</th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {view.awaited.map((one, at) => (
            <tr key={at}>
              <th scope="row">
                {one.who[lang]}
                {one.answerable ? ` (${text.for}: ${one.answerable[lang]})` : ''}
              </th>
              <td>{text.kinds[one.obligationKind]}</td>
              <td>{one.dueOn}</td>
              <State one={one} text={text} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

const Commitments = ({ all, lang, text }: { all: readonly CommitmentView[] } & Told): VNode | null =>
  all.length === 0 ? null : (
    <section class="scroll" tabindex={0} aria-label={text.commitments}>
      <table>
        <caption>{text.commitments}</caption>
        <thead>
          <tr>
            <th scope="col">{text.commitments}</th>
            <th scope="col">{text.lead}</th>
            <th scope="col">{text.completion}</th>
            <th scope="col">{text.reported}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.number}. {one.title[lang]}
              </th>
              <td>{one.lead[lang]}</td>
              <td>{text.completions[one.completion]}</td>
              <td>
                {one.reported} / {one.milestones}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

const Cycle = ({ view, now, lang, text }: { view: CycleView; now: string } & Told): VNode => (
  <section>
    <h3>
      {view.name[lang]} <span class="mark">{text.stages[view.stage]}</span>
      {view.suspended ? <span class="mark bad">{text.suspended}</span> : null}
    </h3>
    <dl class="facts">
      <dt>{text.period}</dt>
      <dd>
        {view.startsOn} – {view.endsOn}
      </dd>
      {view.approvedOn ? [<dt key="a">{text.approved}</dt>, <dd key="b">{view.approvedOn}</dd>] : null}
      {view.submittedOn ? [<dt key="c">{text.submitted}</dt>, <dd key="d">{view.submittedOn}</dd>] : null}
      {view.coverage
        ? [
            <dt key="e">{text.coverage}</dt>,
            <dd key="f">
              {view.coverage.answered + view.coverage.waived} / {view.coverage.accepted}
            </dd>,
          ]
        : null}
    </dl>
    <Stages view={view} now={now} text={text} />
    <Duties view={view} lang={lang} text={text} />
    <Commitments all={view.commitments} lang={lang} text={text} />
  </section>
);

const Forum = ({ view, lang, text }: { view: ForumView } & Told): VNode => (
  <section>
    <h2>
      {view.name[lang]}{' '}
      {view.rehearsal ? (
        <span class="mark">
          {text.rehearsal} · {view.today}
        </span>
      ) : null}
    </h2>
    {view.seats.length > 0 ? (
      <p>
        {text.seats}: {view.seats.map((one) => `${text.sectors[one.sector]} ${one.seats}`).join(' · ')}
      </p>
    ) : null}
    {view.cycles.length === 0 ? (
      <p>{text.noCycle}</p>
    ) : (
      view.cycles.map((one) => <Cycle key={one.id} view={one} now={view.now} lang={lang} text={text} />)
    )}
  </section>
);

const Page = ({ standing, lang, text }: { standing: Standing } & Told): VNode => {
  const other = lang === 'ko' ? 'en' : 'ko';
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{text.title}</title>
        <link rel="alternate" hreflang={other} href={`/${other}`} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a class="skip" href="#main">
          {text.skip}
        </a>
        <header>
          <h1>{text.title}</h1>
          <nav aria-label={text.api}>
            <a href={`/${other}`} lang={other} hreflang={other}>
              {text.other}
            </a>
            {' · '}
            <a href="/api">{text.api}</a>
          </nav>
        </header>
        <main id="main">
          {standing.fresh ? null : (
            <p role="status" class="bad">
              {text.stale}
            </p>
          )}
          {standing.forums.length === 0 ? <p>{text.noForum}</p> : null}
          {standing.forums.map((one) => (
            <Forum key={one.id} view={one} lang={lang} text={text} />
          ))}
          {standing.next ? (
            <p>
              <a href={`/${lang}?after=${standing.next}`}>{text.more}</a>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
};

/** The plain status page: forums, seats, cycles, stage, who is awaited until when, completion. No script; prints; 320 px. */
export const statusPage = (standing: Standing, lang: Lang): string =>
  `<!doctype html>${render(<Page standing={standing} lang={lang} text={words[lang]} />)}`;
