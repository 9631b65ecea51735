import type { VNode } from 'preact';
import type { ForumPage } from '../../queries/forum.ts';
import type { InstitutionOffice } from '../../queries/table.ts';
import { Facts, Table } from '../kit/parts.tsx';
import { type Crumb, drawPage } from '../kit/shell.tsx';
import { dayIn, type Told } from '../kit/told.ts';
import { type Key, type Lang, saying } from '../messages/say.ts';
import { Doings, Done } from './doings.tsx';

export type InstitutionsView = {
  readonly page: ForumPage;
  readonly institutions: readonly InstitutionOffice[];
  readonly crumbs: readonly Crumb[];
  readonly isDone: boolean;
};
type Props = {
  readonly one: InstitutionOffice;
  readonly all: readonly InstitutionOffice[];
  readonly forumId: string;
  readonly told: Told;
};

const Posts = ({ one, forumId, told }: Props): VNode | null => {
  const { say, lang } = told;
  return one.posts.length === 0 ? null : (
    <Table
      rows={one.posts}
      columns={[
        { head: say('office.post'), cell: (post) => post.title[lang] },
        { head: say('office.level'), cell: (post) => say(`postLevel.${post.level as 1}`) },
        { head: say('office.heldFrom'), cell: (post) => dayIn(told, post.heldFrom) },
        {
          head: say('drafts.acts'),
          cell: (post) =>
            one.succeededOn ? null : (
              <a href={`/${lang}/desk/hand-over-post/${forumId}?post=${post.id}`}>{say('office.handOver')}</a>
            ),
        },
      ]}
    />
  );
};

const Institution = (props: Props): VNode => {
  const { one, all, forumId, told } = props;
  const { say, lang } = told;
  const successor = all.find(({ id }) => id === one.obligationsTo);
  const to = (form: string, name: Key) => [`/desk/${form}/${forumId}?institution=${one.id}`, name] as const;
  return (
    <section>
      <h2>
        <a href={`/${lang}/institutions/${one.id}`}>{one.name[lang]}</a>
      </h2>
      <Facts
        facts={[
          [say('office.code'), one.code],
          [say('office.kind'), say(`institutionKind.${one.kind as 'ministry'}`)],
          [
            say('institution.names'),
            one.names
              .map(({ name, fromDay }) =>
                say('institution.names.from', { name: name[lang], day: dayIn(told, fromDay) }),
              )
              .join(', '),
          ],
          [
            say('office.succeeded'),
            one.succeededOn ? `${successor?.name[lang] ?? ''} (${dayIn(told, one.succeededOn)})` : null,
          ],
        ]}
      />
      <Posts {...props} />
      {one.posts.length === 0 && !one.succeededOn ? <p>{say('office.posts.none')}</p> : null}
      {one.succeededOn ? null : (
        <Doings
          told={told}
          list={[
            to('create-post', 'office.createPost'),
            to('rename-institution', 'office.rename'),
            ...(all.length > 1 ? [to('succeed-institution', 'office.succeed')] : []),
          ]}
        />
      )}
    </section>
  );
};

/** The institutions of a forum: what each is called since when, who stands in its place, and the posts that act for it. */
export const institutionsPage = (
  { page, institutions, crumbs, isDone }: InstitutionsView,
  lang: Lang,
): string => {
  const told: Told = { lang, say: saying(lang), zone: page.zone };
  const { say } = told;
  return drawPage({
    ...{ told, title: say('office.title'), path: `/desk/forums/${page.id}/institutions`, crumbs },
    rehearsalDay: page.rehearsal ? page.today : undefined,
    children: (
      <>
        <h1>{say('office.title')}</h1>
        <p class="lead">{page.name[lang]}</p>
        <Done isDone={isDone} told={told} />
        <p>{say('office.text')}</p>
        <Doings told={told} list={[[`/desk/register-institution/${page.id}`, 'office.register']]} />
        {institutions.map((one) => (
          <Institution key={one.id} one={one} all={institutions} forumId={page.id} told={told} />
        ))}
      </>
    ),
  });
};
