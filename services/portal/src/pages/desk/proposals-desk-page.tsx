import type { VNode } from 'preact';
import type { CyclePage } from '../../queries/cycle.ts';
import type { ProposalOnDesk } from '../../queries/drafting.ts';
import { Errors, type FormError, type Typed, tickedIn, typedIn } from '../kit/form.tsx';
import { Filters, Pager, Table, Tag, toneOf } from '../kit/parts.tsx';
import { queryOf } from '../kit/query-of.ts';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import type { Told } from '../kit/told.ts';
import { firstWords, langOf, Words } from '../kit/words.tsx';
import { type Lang, saying } from '../messages/say.ts';

const STATES = ['received', 'set-aside', 'merged', 'split', 'declined', 'part-of'] as const;
/** Stands for the theme that is typed below the table. */
export const NEW_THEME = '+';
/** Stands for proposals that nobody has given a theme. */
export const NO_THEME = '-';

type Chosen = {
  readonly state?: string | undefined;
  readonly theme?: string | undefined;
  readonly cursor?: string | undefined;
};
export type ProposalsDeskView = {
  readonly page: CyclePage;
  readonly crumbs: readonly Crumb[];
  readonly proposals: readonly ProposalOnDesk[];
  readonly next: string | null;
  readonly themes: readonly string[];
  readonly chosen: Chosen;
  readonly id: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly isDone: boolean;
};
type RowProps = { readonly one: ProposalOnDesk; readonly view: ProposalsDeskView; readonly told: Told };

const ThemeOf = ({ one, view, told }: RowProps): VNode => {
  const name = `theme-${one.id}`;
  const now = view.typed[name] === undefined ? (one.theme ?? '') : typedIn(view.typed, name);
  const themes =
    view.themes.includes(now) || now === '' || now === NEW_THEME ? view.themes : [...view.themes, now];
  return (
    <select name={name} aria-label={told.say('themes.of', { title: firstWords(one.title, told, 60) })}>
      <option value="">{told.say('themes.none')}</option>
      {themes.map((each) => (
        <option key={each} value={each} selected={each === now}>
          {each}
        </option>
      ))}
      <option value={NEW_THEME} selected={now === NEW_THEME}>
        {told.say('themes.new.choose')}
      </option>
    </select>
  );
};

const Acts = ({ one, told }: Omit<RowProps, 'view'>): VNode | null => {
  const { say, lang } = told;
  const at = (form: string): string => `/${lang}/desk/${form}/${one.id}`;
  if (one.state === 'set-aside')
    return (
      <>
        {one.appeal === 'open' ? <a href={at('decide-proposal-appeal')}>{say('appeal.decide')}</a> : null}{' '}
        <a href={at('restore-proposal')}>{say('desk.restore')}</a>
      </>
    );
  if (one.state !== 'received') return null;
  return (
    <>
      <a href={at('merge-proposals')}>
        {one.alike > 0 ? say('themes.alike', { count: one.alike }) : say('proposal.merge')}
      </a>{' '}
      <a href={at('split-proposal')}>{say('proposal.split')}</a>{' '}
      <a href={at('decline-proposal')}>{say('proposal.decline')}</a>{' '}
      <a href={at('set-aside-proposal')}>{say('desk.setAside')}</a>
    </>
  );
};

/** Proposals of a cycle: sorted by theme many at once, what is much alike suggested, and the ways each can go. */
export const proposalsDeskPage = (view: ProposalsDeskView, lang: Lang): string => {
  const { page, proposals, themes, chosen, typed, errors } = view;
  const told: Told = { lang, say: saying(lang), zone: page.forum.zone };
  const { say } = told;
  const at = `/desk/cycles/${page.cycle.id}/proposals`;
  const path = `${at}${queryOf(chosen)}`;
  const ticked = new Set(tickedIn(typed, 'proposalIds'));
  return drawPage({
    ...{ told, title: say('themes.title'), path, crumbs: view.crumbs, hasErrors: errors.length > 0 },
    rehearsalDay: page.forum.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{say('themes.title')}</h1>
        {view.isDone ? (
          <p class="box" role="status">
            {say('desk.done')}
          </p>
        ) : null}
        <Errors errors={errors} told={told} />
        <p>
          {page.proposals.map((one) => `${say(`state.${one.state as 'received'}`)} ${one.count}`).join(' · ')}
        </p>
        <Filters
          told={told}
          filters={[
            {
              ...{ name: 'state', label: say('filter.state'), chosen: chosen.state ?? '' },
              choices: STATES.map((one) => [one, say(`state.${one}`)] as const),
            },
            {
              ...{ name: 'theme', label: say('filter.theme'), chosen: chosen.theme ?? '' },
              choices: [[NO_THEME, say('themes.none')], ...themes.map((one) => [one, one] as const)],
            },
          ]}
        />
        {proposals.length === 0 ? <p>{say('filter.none')}</p> : null}
        {proposals.length > 0 ? (
          <form method="post" action={`/${lang}${path}`} noValidate>
            <input type="hidden" name="id" value={view.id} />
            <Table
              rows={proposals}
              columns={[
                {
                  head: say('proposal.title'),
                  cell: (one) => (
                    <label class="tick">
                      <input
                        type="checkbox"
                        name="proposalIds"
                        value={one.id}
                        checked={ticked.has(one.id)}
                        disabled={one.state !== 'received' && one.state !== 'part-of'}
                      />{' '}
                      <span lang={langOf(one.title)}>{firstWords(one.title, told, 120)}</span>
                    </label>
                  ),
                },
                {
                  head: say('desk.words'),
                  cell: (one) =>
                    one.body ? (
                      <details>
                        <summary>{say('desk.words.all')}</summary>
                        <Words text={one.body} told={told} />
                      </details>
                    ) : null,
                },
                {
                  head: say('filter.theme'),
                  cell: (one) => <ThemeOf one={one} view={view} told={told} />,
                },
                {
                  head: say('column.state'),
                  cell: (one) => (
                    <a href={`/${lang}/proposals/${one.id}`}>
                      <Tag tone={toneOf(one.state)}>{say(`state.${one.state}`)}</Tag>
                    </a>
                  ),
                },
                { head: say('drafts.acts'), cell: (one) => <Acts one={one} told={told} /> },
              ]}
            />
            <div class="field">
              <label for="newTheme">{say('themes.new')}</label>
              <p class="hint" id="newTheme-hint">
                {say('themes.new.hint')}
              </p>
              <input
                {...{ type: 'text', id: 'newTheme', name: 'newTheme', maxLength: 60 }}
                aria-describedby="newTheme-hint"
                value={typedIn(typed, 'newTheme')}
              />
            </div>
            <p class="acts">
              <button type="submit">{say('themes.save')}</button>
              <button type="submit" class="second" name="do" value="draft">
                {say('themes.draft')}
              </button>
              <button type="submit" class="second" name="do" value="merge">
                {say('themes.merge')}
              </button>
            </p>
          </form>
        ) : null}
        <Pager
          told={told}
          next={view.next}
          isFirst={chosen.cursor === undefined}
          chosen={{ state: chosen.state, theme: chosen.theme }}
        />
      </>
    ),
  });
};
