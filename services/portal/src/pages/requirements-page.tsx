import type { VNode } from 'preact';
import type { CyclePage } from '../queries/cycle.ts';
import { Facts, Tag } from './kit/parts.tsx';
import { SharePicture } from './kit/pictures.tsx';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { isKey, type Key, type Lang, saying, type Values } from './messages/say.ts';

type Fact = string | number | boolean | null | readonly string[];
export type RequirementSeen = {
  readonly id: string;
  readonly check: string;
  /** Whether the wording of the requirement was read in OGP's own text. */
  readonly isRead: boolean;
  readonly status: 'met' | 'unmet' | 'not-yet' | 'not-applicable';
  readonly why: string;
  /** The facts it rests on; left out where the judge did not tell them. */
  readonly evidence: Readonly<Record<string, Fact>> | undefined;
  /** Last day on which what time alone breaks can be kept. */
  readonly dueOn: string | undefined;
};
export type RequirementsView = {
  readonly page: CyclePage;
  readonly rulePack: string;
  readonly asOf: string;
  readonly requirements: readonly RequirementSeen[];
  /** Days on which the repository was updated, the last last. */
  readonly updates: readonly string[];
};
type One = { readonly view: RequirementsView; readonly one: RequirementSeen; readonly told: Told };

const TONES = { met: 'good', unmet: 'bad', 'not-yet': 'warn', 'not-applicable': 'plain' } as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** What can be kept again and again has a next day also when it is met. */
const AGAIN = ['dialogue-regular', 'repository-current', 'results-discussed'];

const valuesOf = (told: Told, evidence: NonNullable<RequirementSeen['evidence']>): Values =>
  Object.fromEntries(
    Object.entries(evidence).map(([name, fact]) => [
      name,
      typeof fact === 'string' && DAY.test(fact)
        ? dayIn(told, fact)
        : typeof fact === 'number'
          ? fact
          : // Before the first year began there is nothing to count.
            String(fact ?? 0),
    ]),
  );
/** A message about a requirement, or nothing where its facts were not told or it is newer than the pages. */
const sayOf = (told: Told, key: string, evidence: RequirementSeen['evidence']): string | null =>
  isKey(key) && evidence ? told.say(key, valuesOf(told, evidence)) : null;

/** What is said about contributors; older rules ask for a summary alone, and answers are shown there too. */
const ABOUT_ANSWERS = ['contributions-answered', 'comments-summarised'];
/** How far contributions are answered, which is known before the owner judges: that is when their consultation is sealed. */
const soFar = ({ view: { page }, one }: One) => {
  const { coverage } = page.cycle;
  if (!ABOUT_ANSWERS.includes(one.check) || !coverage || coverage.accepted === 0) return undefined;
  const waiting = coverage.accepted - coverage.answered - coverage.waived;
  return { ...coverage, waiting };
};
const whyIn = (of: One): string | null => {
  const { told, one } = of;
  const counts = soFar(of);
  if (counts && one.why === 'no-contributions')
    return told.say('requirement.why.contributions-answered/so-far', counts);
  return sayOf(told, `requirement.why.${one.check}/${one.why}`, one.evidence);
};
const nextIn = ({ told, one }: One): string | null => {
  const { check, status, evidence, dueOn } = one;
  const again = AGAIN.includes(check);
  if (status !== 'not-yet' && !again) return null;
  const what = sayOf(told, `requirement.next.${check}`, evidence);
  if (!dueOn || check === 'dialogue-regular') return what;
  return [what, told.say('requirement.next.by', { day: dayIn(told, dueOn) })].filter(Boolean).join(' ');
};

type Link = readonly [path: string, name: Key];
const LINKS: Readonly<Record<string, readonly Link[]>> = {
  'dialogue-regular': [
    ['forum#meetings', 'forum.meetings'],
    ['forum#rules', 'forum.rules'],
  ],
  'site-public': [['forum', 'requirement.link.site']],
  'repository-current': [['cycle/data', 'data.title']],
  'timetable-in-time': [['cycle#timetable', 'cycle.timetable']],
  'timetable-published': [['cycle#timetable', 'cycle.timetable']],
  'outreach-done': [['cycle#happened', 'cycle.moments']],
  'inputs-gathered': [
    ['cycle/proposals', 'cycle.proposals'],
    ['cycle/contributions', 'cycle.answers'],
  ],
  'inputs-online': [
    ['cycle/proposals', 'cycle.proposals'],
    ['cycle/contributions', 'cycle.answers'],
  ],
  'inputs-in-person': [['forum#meetings', 'forum.meetings']],
  'contributions-answered': [
    ['cycle/contributions', 'cycle.answers.all'],
    ['cycle/contributions?answer=waiting', 'requirement.link.waiting'],
  ],
  'comments-summarised': [['cycle/contributions', 'cycle.answers']],
  'results-discussed': [['forum#meetings', 'forum.meetings']],
};
const Links = ({ view: { page }, one, told: { say, lang } }: One): VNode | null => {
  const links = LINKS[one.check] ?? [];
  if (links.length === 0) return null;
  const addressOf = (path: string): string =>
    path.startsWith('forum')
      ? `/${lang}/forums/${page.forum.id}${path.slice('forum'.length)}`
      : `/${lang}/cycles/${page.cycle.id}${path.slice('cycle'.length)}`;
  return (
    <ul class="plain">
      {links.map(([path, name]) => (
        <li key={path}>
          <a href={addressOf(path)}>{say(name)}</a>
        </li>
      ))}
    </ul>
  );
};

const Coverage = (of: One): VNode | null => {
  const counts = soFar(of);
  const { say } = of.told;
  if (!counts) return null;
  const parts = (['answered', 'waived', 'waiting'] as const).map((name) => ({
    name: say(`requirement.coverage.${name}`),
    count: counts[name],
  }));
  return (
    <SharePicture
      parts={parts}
      label={say('requirement.coverage.picture', {
        answered: counts.answered,
        waived: counts.waived,
        waiting: counts.waiting,
      })}
    />
  );
};

const Requirement = (of: One): VNode => {
  const { one, told, view } = of;
  const { say } = told;
  const title = `requirement.check.${one.check}`;
  const last = one.check === 'repository-current' ? view.updates.at(-1) : undefined;
  return (
    <section aria-labelledby={`requirement-${one.id}`}>
      <h2 id={`requirement-${one.id}`}>
        {one.id.replace(/^step-/, '')}. {isKey(title) ? say(title) : one.check}
      </h2>
      <p>
        <Tag tone={TONES[one.status]}>{say(`requirement.status.${one.status}`)}</Tag> {whyIn(of)}
      </p>
      <Coverage {...of} />
      <Facts
        facts={[
          [say('requirement.updated'), last ? dayIn(told, last) : null],
          [say('requirement.next'), nextIn(of)],
          [say('requirement.evidence'), <Links key="links" {...of} />],
        ]}
      />
      {one.isRead ? null : <p class="small">{say('requirement.unread')}</p>}
    </section>
  );
};

/** Where a plan stands under each minimum requirement of its rules: on what facts, and what comes next. OGP 1.1 to 5.1 */
export const requirementsPage = (view: RequirementsView, lang: Lang): string => {
  const { page, requirements, asOf } = view;
  const told: Told = { lang, say: saying(lang), zone: page.forum.zone };
  const { say } = told;
  const path = `/cycles/${page.cycle.id}`;
  const count = (status: RequirementSeen['status']): number =>
    requirements.filter((one) => one.status === status).length;
  const pack = `rulePack.${view.rulePack}`;
  return drawPage({
    ...{ told, title: say('requirements.title'), path: `${path}/requirements` },
    crumbs: [
      { href: '', name: say('nav.home') },
      { href: `/forums/${page.forum.id}`, name: page.forumName[lang] },
      { href: path, name: page.cycle.name[lang] },
    ],
    rehearsalDay: page.forum.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{say('requirements.title')}</h1>
        <p class="lead">
          {say('requirements.summary', {
            all: requirements.length,
            met: count('met'),
            unmet: count('unmet'),
            open: count('not-yet'),
          })}
        </p>
        <p>{say('requirements.text')}</p>
        <Facts
          facts={[
            [say('requirements.pack'), isKey(pack) ? say(pack) : view.rulePack],
            [say('requirements.asOf'), dayIn(told, asOf)],
            [say('cycle.stage'), say(`stage.${page.cycle.stage}`)],
          ]}
        />
        {requirements.map((one) => (
          <Requirement key={one.id} {...{ view, one, told }} />
        ))}
      </>
    ),
  });
};
