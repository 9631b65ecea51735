import type { Role } from '@madang/contracts';
import { pageRoutes } from './page-routes.ts';

type Stage = 'drafting' | 'consultation' | 'response' | 'approval' | 'monitoring';

/**
 * Every page there is, at the stage of a cycle where it says most: by what it is about, whose id stands in place of `:id`.
 * A role before an address is who looks, where that is not the first who may.
 */
const tour = {
  drafting: {
    nothing: ['/', '/sign-in', '/institutions'],
    cycle: [
      ...['/cycles/:id', '/cycles/:id/proposals', '/cycles/:id/propose', '/desk/cycles/:id'],
      ...[
        '/desk/cycles/:id/proposals?state=received',
        '/desk/receive-proposal/:id',
        '/desk/import-proposals/:id',
      ],
      ...[
        '/desk/draft/:id',
        '/desk/impose-obligation/:id',
        '/desk/suspend-cycle/:id',
        '/desk/resume-cycle/:id',
      ],
    ],
    proposal: [
      ...['/proposals/:id', '/desk/merge-proposals/:id', '/desk/split-proposal/:id'],
      ...['/desk/decline-proposal/:id', '/desk/set-aside-proposal/:id'],
    ],
    appealedProposal: [
      ...['/proposals/:id', '/appeal-proposal/:id', '/desk/decide-proposal-appeal/:id'],
      ...['co-chair /desk/decide-proposal-appeal/:id', '/desk/restore-proposal/:id'],
    ],
    duty: [
      ...['/duties/:id', 'ministry /duties/:id', '/desk/decide-extension/:id', '/desk/return-obligation/:id'],
      ...[
        '/desk/withdraw-obligation/:id',
        '/desk/remind-obligation/:id',
        '/console/process?id=obligation/:id',
      ],
    ],
    process: ['/console/process?id=:id'],
    import: ['/desk/imports/:id'],
    token: ['/link?t=:id'],
  },
  consultation: {
    nothing: ['citizen /mine'],
    cycle: [
      ...['/cycles/:id', '/cycles/:id/contributions', '/cycles/:id/moderation', '/desk/cycles/:id'],
      ...['/desk/receive-contribution/:id', '/desk/import-contributions/:id', '/desk/close-consultation/:id'],
      ...['/desk/timetable/:id', '/desk/move-deadline/:id', '/desk/record-outreach/:id'],
    ],
    commitment: ['/commitments/:id', '/commitments/:id/contribute'],
    contribution: ['/contributions/:id', '/desk/set-aside/:id'],
    appealedContribution: [
      ...['/contributions/:id', '/appeal/:id', '/desk/decide-appeal/:id', 'co-chair /desk/decide-appeal/:id'],
      '/desk/restore/:id',
    ],
    import: ['/desk/imports/:id'],
  },
  response: {
    nothing: ['ministry /inbox'],
    cycle: ['/cycles/:id', '/desk/cycles/:id', '/desk/cycles/:id/answers'],
    consultation: ['/desk/name-cluster/:id', '/desk/release/:id'],
    cluster: ['/desk/clusters/:id', '/desk/answer-cluster/:id'],
    contribution: ['/contributions/:id', '/desk/answer/:id', '/desk/waive/:id'],
    duty: ['ministry /duties/:id'],
  },
  approval: {
    nothing: ['/seat', 'co-chair /seat', '/sessions', 'member /notices'],
    cycle: [
      ...['/cycles/:id', '/desk/cycles/:id', '/desk/open-ballot/:id', '/desk/close-ballot/:id'],
      ...['/desk/record-decision/:id', '/desk/submit-plan/:id'],
    ],
    ballot: ['/ballots/:id', 'member /ballots/:id'],
  },
  monitoring: {
    nothing: [
      ...[
        '/',
        '/mine',
        '/mine/erase',
        '/privacy',
        '/accessibility',
        '/notices',
        '/search',
        '/search?q=raw',
        '/search?q=zymurgy',
        '/inbox',
      ],
      ...['ministry /notices', 'ministry /webhooks', '/desk', '/desk/found-forum', '/console'],
      ...[
        'secretariat /console',
        '/console?show=overdue',
        '/console?show=stuck',
        '/console/parked?room=people',
      ],
    ],
    forum: [
      ...['/forums/:id', '/desk/forums/:id', '/desk/forums/:id/table', '/desk/forums/:id/institutions'],
      ...['/desk/adopt-rules/:id', '/desk/seat-member/:id', '/desk/hand-over-seat/:id'],
      ...['/desk/vacate-seat/:id', '/desk/form-group/:id', '/desk/join-group/:id', '/desk/leave-group/:id'],
      ...['/desk/dissolve-group/:id', '/desk/register-institution/:id', '/desk/rename-institution/:id'],
      ...['/desk/create-post/:id', '/desk/succeed-institution/:id', '/desk/hand-over-post/:id'],
      ...[
        '/desk/open-account/:id',
        '/desk/grant-role/:id',
        '/desk/revoke-role/:id',
        '/desk/link-sign-in/:id',
        '/desk/erase-person/:id',
      ],
      ...['/desk/open-cycle/:id', '/desk/schedule-meeting/:id', '/desk/hold-meeting/:id'],
      ...['/desk/minute-meeting/:id', '/desk/cancel-meeting/:id', '/desk/record-repository-update/:id'],
      '/console?forum=:id',
    ],
    cycle: [
      ...[
        '/cycles/:id',
        '/cycles/:id/browse',
        '/cycles/:id/requirements',
        '/cycles/:id/data',
        '/cycles/:id/proposals',
        '/desk/cycles/:id',
      ],
      ...['/cycles/:id/contributions?outcome=partly-adopted', '/desk/cycles/:id/commitments'],
    ],
    commitment: [
      ...['/commitments/:id', 'ministry /commitments/:id/evidence', '/desk/revise/:id', '/desk/amend/:id'],
      ...['/desk/withdraw/:id', '/desk/link-commitment/:id'],
    ],
    contribution: ['/contributions/:id'],
    proposal: ['/proposals/:id'],
    institution: ['/institutions/:id'],
    ballot: ['/ballots/:id'],
    window: ['/desk/extend-window/:id'],
    duty: ['ministry /duties/:id'],
  },
} as const satisfies Record<Stage, Partial<Record<string, readonly string[]>>>;

/** What a page can be about. */
export type Thing = { [S in Stage]: keyof (typeof tour)[S] }[Stage];
export type Things = Partial<Readonly<Record<Thing, string>>>;
/** A page with its real address after the language, and who looks; nobody who is signed in where it is for anyone. */
export type PageOnTour = {
  readonly name: string;
  readonly route: string;
  readonly path: string;
  readonly as: Role | undefined;
};

const pageOf = (stage: Stage, wanted: string, id: string): PageOnTour => {
  const [, role, route = '', query = ''] = /^(?:(\S+) )?([^?]+)(\?.*)?$/.exec(wanted) ?? [];
  const may = pageRoutes.get(route);
  const said = `${route.replaceAll('/:id', '')}${query.replace(/=?\/?:id/, '')}`;
  const name = [stage, ...said.split(/[^\p{L}\p{N}-]+/u), ...(role ? ['as', role] : [])].filter(Boolean);
  return {
    ...{ name: name.join('-'), route, path: encodeURI(`${route}${query}`.replace(':id', id)) },
    as: (role as Role | undefined) ?? (may === 'anyone' ? undefined : may?.[0]),
  };
};
/** The pages of a stage about the things that there are, each by a name of its own. */
export const pagesAt = (stage: Stage, things: Things): readonly PageOnTour[] => {
  const pages = Object.entries<readonly string[]>(tour[stage]).flatMap(([thing, wanted]) => {
    const id = thing === 'nothing' ? '' : things[thing as Thing];
    return id === undefined ? [] : wanted.map((one) => ({ ...pageOf(stage, one, id), thing }));
  });
  return pages.map(({ thing, ...one }, at) =>
    pages.slice(0, at).some(({ name }) => name === one.name) ? { ...one, name: `${one.name}-${thing}` } : one,
  );
};
/** Every page of the tour about the things that there are, each once. */
export const pagesOnTour = (things: Things): readonly PageOnTour[] => {
  const pages = (Object.keys(tour) as readonly Stage[]).flatMap((stage) => pagesAt(stage, things));
  return [...new Map(pages.map((one) => [`${one.as} ${one.path}`, one])).values()];
};
