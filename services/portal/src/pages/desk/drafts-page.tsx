import type { CyclePage } from '../../queries/cycle.ts';
import type { DraftedView } from '../../queries/drafting.ts';
import { Table, Tag, toneOf } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';

export type DraftsView = {
  readonly page: CyclePage;
  readonly crumbs: readonly Crumb[];
  readonly drafted: readonly DraftedView[];
  readonly institutions: ReadonlyMap<string, string>;
  readonly isDone: boolean;
};

/** Every commitment of a cycle with its stage, its version and what it still lacks, and the ways to write it. */
export const draftsPage = (view: DraftsView, lang: Lang): string => {
  const { page, drafted, crumbs, institutions, isDone } = view;
  const told: Told = { lang, say: saying(lang), zone: page.forum.zone };
  const { say } = told;
  const { cycle } = page;
  const standing = drafted.filter((one) => one.state !== 'withdrawn');
  return drawPage({
    ...{ told, title: say('drafts.title'), path: `/desk/cycles/${cycle.id}/commitments`, crumbs },
    rehearsalDay: page.forum.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{say('drafts.title')}</h1>
        <p class="lead">{cycle.name[lang]}</p>
        {isDone ? (
          <p class="box" role="status">
            {say('desk.done')}
          </p>
        ) : null}
        <p>{say('drafts.count', { count: standing.length })}</p>
        {cycle.approvedOn ? null : (
          <p>
            <a class="button" href={`/${lang}/desk/draft/${cycle.id}`}>
              {say('draft.title')}
            </a>
          </p>
        )}
        {drafted.length === 0 ? null : (
          <Table
            rows={drafted}
            columns={[
              {
                head: say('column.commitment'),
                cell: (one) => (
                  <a href={`/${lang}/commitments/${one.id}`}>
                    {one.number}. {one.title[lang]}
                  </a>
                ),
              },
              {
                head: say('column.state'),
                cell: (one) => (
                  <>
                    <Tag tone={toneOf(one.state)}>{say(`commitment.state.${one.state}`)}</Tag>{' '}
                    <span class="small">
                      {say('commitment.version', { version: one.version })}, {dayIn(told, one.on)}
                    </span>
                  </>
                ),
              },
              { head: say('column.lead'), cell: (one) => institutions.get(one.leadInstitutionId) ?? '' },
              {
                head: say('drafts.lacks'),
                cell: (one) =>
                  one.lacks.length === 0
                    ? say(one.state === 'withdrawn' ? 'drafts.nothing' : 'drafts.complete')
                    : one.lacks.map((lack) => say(`lacks.${lack}`)).join(', '),
              },
              { head: say('draft.milestones'), isNumber: true, cell: (one) => one.milestones },
              { head: say('draft.proposals.count'), isNumber: true, cell: (one) => one.proposals },
              { head: say('desk.members'), isNumber: true, cell: (one) => one.contributions },
              {
                head: say('drafts.acts'),
                cell: (one) =>
                  one.state === 'withdrawn' ? null : (
                    <>
                      <a href={`/${lang}/desk/${one.state === 'draft' ? 'revise' : 'amend'}/${one.id}`}>
                        {say(one.state === 'draft' ? 'draft.revise' : 'draft.amend')}
                      </a>{' '}
                      <a href={`/${lang}/desk/withdraw/${one.id}`}>{say('draft.withdraw')}</a>
                      {page.forum.level === 'local' ? (
                        <>
                          {' '}
                          <a href={`/${lang}/desk/link-commitment/${one.id}`}>{say('serves.button')}</a>
                        </>
                      ) : null}
                    </>
                  ),
              },
            ]}
          />
        )}
      </>
    ),
  });
};
