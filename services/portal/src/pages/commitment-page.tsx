import type { VNode } from 'preact';
import { standingOf } from '../domain/standing-of.ts';
import type { CommitmentPage } from '../queries/commitments.ts';
import type { Place } from '../queries/place.ts';
import { FIELDS, Version } from './commitment-versions.tsx';
import { authorityIn } from './kit/codes.ts';
import { EvidenceLink } from './kit/evidence-link.tsx';
import { Facts, Table, Tag, toneOf } from './kit/parts.tsx';
import { crumbsTo } from './kit/place.ts';
import { drawPage } from './kit/shell.tsx';
import { dayIn, type Told } from './kit/told.ts';
import { firstWords, langOf, Words } from './kit/words.tsx';
import { type Lang, saying } from './messages/say.ts';

type Milestone = CommitmentPage['milestones'][number];

/** What was said on one part of a commitment, and the way to say more. */
const OnClause = ({
  one,
  clause,
  isOpen,
  told,
}: {
  readonly one: CommitmentPage;
  readonly clause: 'problem' | 'solution' | 'results' | 'milestones';
  readonly isOpen: boolean;
  readonly told: Told;
}): VNode | null => {
  const { say, lang } = told;
  const count = one.onClause[clause] ?? 0;
  if (count === 0 && !isOpen) return null;
  return (
    <p class="small">
      {count > 0 ? (
        <a href={`/${lang}/cycles/${one.cycleId}/contributions?commitment=${one.id}&clause=${clause}`}>
          {say('commitment.onClause', { count })}
        </a>
      ) : null}
      {count > 0 && isOpen ? ' · ' : ''}
      {isOpen ? (
        <a href={`/${lang}/commitments/${one.id}/contribute?clause=${clause}`}>
          {say('commitment.sayOnClause', { clause: say(`clause.${clause}`) })}
        </a>
      ) : null}
    </p>
  );
};

const MilestoneView = ({
  one,
  today,
  told,
}: {
  readonly one: Milestone;
  readonly today: string;
  readonly told: Told;
}): VNode => {
  const { say, lang } = told;
  // OGP judges what is there: past its day and not reported as complete is late. The latest report comes first.
  const isLate = one.dueOn < today && one.reports[0]?.completion !== 'complete';
  return (
    <li>
      <p class="item-title">
        {one.name[lang]} {isLate ? <Tag tone="bad">{say('milestone.late')}</Tag> : null}
      </p>
      <p class="small">
        {say('commitment.milestone.due', { day: dayIn(told, one.dueOn), lead: one.lead[lang] })}
      </p>
      <Words text={one.output} told={told} />
      {one.reports.length === 0 ? <p class="small">{say('commitment.milestone.noReport')}</p> : null}
      {one.reports.map((report) => (
        <div class="answer" key={report.windowId}>
          <p>
            <Tag tone={toneOf(report.completion)}>{say(`completion.${report.completion}`)}</Tag>{' '}
            <span class="small">{say('commitment.report', { day: dayIn(told, report.on) })}</span>
          </p>
          <Words text={report.progress} told={told} />
          {report.challenges ? (
            <>
              <p>
                <strong>{say('commitment.challenges')}</strong>
              </p>
              <Words text={report.challenges} told={told} />
            </>
          ) : null}
          {report.evidence.map((each, at) => (
            <p key={at}>
              <EvidenceLink evidence={each} told={told} />
            </p>
          ))}
        </div>
      ))}
      {one.evidence.map((each) => (
        <p key={each.id}>
          {say('commitment.evidence')}, {dayIn(told, each.on)}:{' '}
          <EvidenceLink evidence={each.evidence} told={told} />
        </p>
      ))}
    </li>
  );
};

/** A commitment in the OGP template, milestones with reports and evidence, who is awaited, and how it came to be. */
export const commitmentPage = (
  {
    place,
    commitment: one,
    isOpen,
    mayAddEvidence,
  }: {
    readonly place: Place;
    readonly commitment: CommitmentPage;
    readonly isOpen: boolean;
    /** Whether whoever looks acts for an institution that may add evidence. */
    readonly mayAddEvidence: boolean;
  },
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: place.forum.zone };
  const { say } = told;
  const [last] = one.versions;
  const draft = last?.draft;
  return drawPage({
    told,
    title: `${one.number}. ${one.title[lang]}`,
    path: `/commitments/${one.id}`,
    crumbs: crumbsTo(place, lang, say),
    rehearsalDay: place.rehearsal ? place.today : undefined,
    children: (
      <>
        <h1>
          {one.number}. {one.title[lang]}
        </h1>
        <Facts
          facts={[
            [
              say('column.state'),
              <Tag key="s" tone={toneOf(one.state)}>
                {say(`commitment.state.${one.state}`)}
              </Tag>,
            ],
            [
              say('column.completion'),
              <Tag key="c" tone={toneOf(one.completion)}>
                {say(`completion.${one.completion}`)}
              </Tag>,
            ],
            [
              say('commitment.lead'),
              <a key="l" href={`/${lang}/institutions/${one.leadInstitutionId}`}>
                {one.lead[lang]}
              </a>,
            ],
            [say('commitment.supporters'), draft?.supporters.map((each) => each.name[lang]).join(', ') ?? ''],
            [
              say('commitment.period'),
              draft ? `${dayIn(told, draft.periodFrom)} – ${dayIn(told, draft.periodUntil)}` : '',
            ],
            [say('commitment.values'), draft?.values.map((each) => say(`value.${each}`)).join(', ') ?? ''],
            [say('commitment.sdg'), draft?.sdgTargets.join(', ') ?? ''],
            [say('filter.theme'), draft?.themes?.join(', ') ?? ''],
            [
              say('commitment.budget'),
              draft?.budgetLink ? (
                <a key="b" href={draft.budgetLink}>
                  {new URL(draft.budgetLink).host}
                </a>
              ) : null,
            ],
          ]}
        />
        {one.withdrawal ? (
          <section class="box" aria-labelledby="withdrawn">
            <h2 id="withdrawn">{say('commitment.withdrawn')}</h2>
            <p>
              {say('commitment.withdrawn.by', {
                day: dayIn(told, one.withdrawal.on),
                authority: authorityIn(say, one.withdrawal.authority),
              })}
            </p>
            <Words text={one.withdrawal.reason} told={told} />
          </section>
        ) : null}
        {isOpen ? (
          <p>
            <a class="button" href={`/${lang}/commitments/${one.id}/contribute`}>
              {say('commitment.say')}
            </a>
          </p>
        ) : null}
        {one.contributions > 0 ? (
          <p>
            <a href={`/${lang}/cycles/${one.cycleId}/contributions?commitment=${one.id}`}>
              {say('commitment.contributions', { count: one.contributions })}
            </a>
          </p>
        ) : null}
        {FIELDS.map((field) => (
          <section key={field}>
            <h2>{say(`commitment.${field}`)}</h2>
            <Words text={last?.[field] ?? null} told={told} />
            <OnClause one={one} clause={field} isOpen={isOpen} told={told} />
          </section>
        ))}
        <h2>{say('commitment.milestones')}</h2>
        <OnClause one={one} clause="milestones" isOpen={isOpen} told={told} />
        <ul class="list">
          {one.milestones.map((each) => (
            <MilestoneView key={each.milestoneId} one={each} today={place.today} told={told} />
          ))}
        </ul>
        {mayAddEvidence ? (
          <p>
            <a class="button" href={`/${lang}/commitments/${one.id}/evidence`}>
              {say('evidence.add')}
            </a>
          </p>
        ) : null}
        {one.awaited.length > 0 ? (
          <>
            <h2>{say('cycle.awaited')}</h2>
            <Table
              rows={one.awaited}
              columns={[
                { head: say('column.institution'), cell: (each) => each.who[lang] },
                { head: say('column.what'), cell: (each) => say(`duty.${each.obligationKind}`) },
                { head: say('column.due'), cell: (each) => dayIn(told, each.dueOn) },
                {
                  head: say('column.state'),
                  cell: (each) => {
                    const state = standingOf(each, place.today);
                    return <Tag tone={toneOf(state)}>{say(`awaited.${state}`)}</Tag>;
                  },
                },
              ]}
            />
          </>
        ) : null}
        {one.proposals.length > 0 ? (
          <>
            <h2>{say('commitment.origin')}</h2>
            <ul class="plain">
              {one.proposals.map((each) => (
                <li key={each.id}>
                  <a href={`/${lang}/proposals/${each.id}`} lang={langOf(each.title)}>
                    {firstWords(each.title, told)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2>{say('commitment.history')}</h2>
        <ul class="list">
          {one.versions.map((each, at) => (
            <Version
              key={each.version}
              {...{ one: each, before: one.versions[at + 1], told }}
              institutions={one.institutions}
            />
          ))}
        </ul>
      </>
    ),
  });
};
