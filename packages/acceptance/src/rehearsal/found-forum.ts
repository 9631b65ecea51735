import {
  CreatePost,
  FoundForum,
  GrantRole,
  OpenAccount,
  RegisterInstitution,
  type Role,
} from '@madang/contracts';
import { postLevels } from './cast.ts';
import { inLanes } from './in-lanes.ts';
import { peopleOf } from './people-of.ts';
import { type Rehearsal, written } from './rehearsal.ts';

const isRole = (role: Role): role is Exclude<Role, 'process'> => role !== 'process';

/** The forum, marked as a rehearsal; institutions with their posts; accounts with their roles. */
export const foundForum = async (r: Rehearsal): Promise<void> => {
  const { forum, institutions } = r.scenario;
  const { forumId, cast, ids } = r;
  const { startsOn, name, ...rest } = forum;
  await r.ask(cast.secretariat, FoundForum, 'found', {
    ...rest,
    forumId,
    name: { ko: `${name.ko} (리허설)`, en: `${name.en} (rehearsal)` },
    clock: 'stepped',
    startsAt: r.at(startsOn, 0),
  });
  await inLanes(
    institutions,
    ({ code }) => code,
    async ({ code, kind, name: of }) => {
      const institutionId = ids.of(`institution/${code}`);
      await r.ask(cast.secretariat, RegisterInstitution, `institution/${code}`, {
        forumId,
        institutionId,
        code,
        name: of,
        institutionKind: kind,
        from: startsOn,
      });
      for (const { level, ko, en } of postLevels)
        await r.ask(cast.secretariat, CreatePost, `post/${code}/${level}`, {
          forumId,
          postId: ids.of(`post/${code}/${level}`),
          institutionId,
          title: { ko, en },
          level,
          personId: ids.of(`person/post/${code}/${level}`),
          from: startsOn,
        });
    },
  );
  await inLanes(
    peopleOf(r),
    ({ label }) => label,
    async ({ label, actor, name: called }) => {
      const named = {
        name: written(`${called} (리허설)`),
        mail: written(`${label.replaceAll('/', '.')}@rehearsal.example`, 'en'),
      };
      await r.ask(cast.secretariat, OpenAccount, `account/${label}`, {
        forumId,
        personId: actor.id,
        ...(actor.roles.includes('citizen') ? {} : named),
      });
      for (const role of actor.roles.filter(isRole).filter((one) => one !== 'citizen'))
        await r.ask(cast.operator, GrantRole, `role/${label}/${role}`, {
          forumId,
          personId: actor.id,
          role,
          ...(actor.institutionId === undefined ? {} : { institutionId: actor.institutionId }),
          from: startsOn,
        });
    },
  );
};
