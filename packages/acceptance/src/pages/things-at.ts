import {
  AppealModeration,
  AppealProposal,
  AskExtension,
  CycleCommitments,
  DecideAppeal,
  LeaveAddress,
  ObligationsOf,
  ReceiveProposal,
  SetAsideProposal,
  SubscribeWebhook,
} from '@madang/contracts';
import { until } from '@madang/testing';
import { openPortal } from '../portal/portal.ts';
import { castOf } from '../rehearsal/cast.ts';
import { drawnContributions } from '../rehearsal/drawn-contributions.ts';
import { idsOf } from '../rehearsal/ids.ts';
import { written } from '../rehearsal/rehearsal.ts';
import { clustersOf } from '../rehearsal/responses.ts';
import { type HeldRehearsal, leftToUs, OURS } from './held-rehearsal.ts';
import { mailsTo } from './mailbox.ts';
import type { Things } from './tour.ts';

/** What there is to look at, and the institution whose desk says most then. */
export type Shown = { readonly things: Things; readonly ministry: string };

/** What the stages of a rehearsal show; where its scenario leaves a page empty, somebody does what fills it. */
export const thingsAt = (held: HeldRehearsal, portalUrl: string, run: string, mails: string) => {
  const [ids, portal] = [idsOf(run), openPortal(portalUrl)];
  const cast = castOf(leftToUs, ids);
  const { secretariat, operator } = cast;
  const { forumId, cycleId } = held;
  const drawn = drawnContributions(leftToUs);
  const matters = () => portal.query(operator, CycleCommitments, { cycleId });
  const dutyOf = async (kind: string, code: string): Promise<string> => {
    const institutionId = ids.of(`institution/${code}`);
    const { obligations } = await portal.query(operator, ObligationsOf, { institutionId, state: 'open' });
    return obligations.find((one) => one.obligationKind === kind)?.obligationId ?? '';
  };
  const shown = (path: string, said = ''): Promise<unknown> =>
    until(
      async () => {
        const answer = await fetch(`${portalUrl}${path}`);
        return answer.status === 200 && (await answer.text()).includes(said);
      },
      { within: 20_000, what: path },
    );
  /** A file of the secretariat is looked at and not taken in so far. */
  const staged = async (form: string, name: string, lines: readonly string[]): Promise<string> => {
    const signIn = await fetch(`${portalUrl}/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ personId: secretariat.id, roles: secretariat.roles }),
    });
    const cookie = `madang-session=${((await signIn.json()) as { readonly token: string }).token}`;
    const body = new FormData();
    body.set('id', ids.of(`file/${name}`));
    body.set('file', new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' }), 'a.csv');
    const answer = await fetch(`${portalUrl}/ko/desk/${form}/${cycleId}`, {
      ...{ method: 'POST', headers: { cookie }, body, redirect: 'manual' as const },
    });
    return answer.headers.get('location')?.split('?')[0]?.split('/').at(-1) ?? '';
  };
  const always = { forum: forumId, cycle: cycleId };

  const drafting = async (today: string): Promise<Shown> => {
    const { callId } = await matters();
    const author = cast.citizen(1);
    const propose = async (name: string, title: string): Promise<string> => {
      const proposalId = ids.of(`proposal/${name}`);
      await portal.must(author, ReceiveProposal, ids.of(`ask/proposal/${name}`), {
        ...{ forumId, cycleId, callId: callId ?? '', proposalId, channel: 'online' as const },
        ...{ contributorId: author.id, contributorKind: 'person' as const, receivedOn: today },
        ...{ title: written(title), body: written('회의를 인터넷으로 중계하고 회의록을 올려 주세요. 🙂') },
      });
      return proposalId;
    };
    const proposal = await propose('stream', '포럼 회의를 누구나 볼 수 있게 중계해 주세요');
    await propose('stream-again', '포럼 회의를 누구나 볼 수 있게 중계합시다');
    const appealedProposal = await propose('rude', '거친 말이 섞인 제안');
    const aside = { forumId, proposalId: appealedProposal };
    await portal.must(secretariat, SetAsideProposal, ids.of('ask/aside'), {
      ...{ ...aside, reasonCode: 'abusive' as const },
    });
    await portal.must(author, AppealProposal, ids.of('ask/appeal'), {
      ...{ ...aside, contributorId: author.id, text: written('욕설이 아닙니다. 다시 읽어 주십시오.') },
    });
    const duty = await dutyOf('feasibility-opinion', OURS);
    await portal.must(cast.post(OURS), AskExtension, ids.of('ask/extension'), {
      ...{ forumId, obligationId: duty, extensionId: ids.of('extension'), until: '2018-05-30' },
      reason: written('자료를 모으고 있습니다.'),
    });
    const address = `${ids.of('address')}@example.org`;
    await portal.must(author, LeaveAddress, ids.of('ask/address'), {
      ...{ forumId, personId: author.id, noticeId: ids.of('notice'), mail: written(address) },
    });
    const mail = async () => (await mailsTo(mails, address))[0]?.text ?? '';
    await until(async () => (await mail()) !== '', { within: 20_000, what: 'the mail with a link' });
    await shown(`/ko/proposals/${appealedProposal}`, '이의');
    const rows = [
      '제목,내용,받은 날,경로',
      `다리를 고쳐 주세요,,${today},서면`,
      `다리 보수,둘,${today},서면`,
    ];
    const token = /link\?t=(\S+)/.exec(await mail())?.[1] ?? '';
    const staging = await staged('import-proposals', 'proposals', rows);
    const process = `drafting/${cycleId}`;
    const things = { ...always, proposal, appealedProposal, duty, import: staging, token, process };
    return { things, ministry: OURS };
  };

  const aside = drawn.filter(({ fate }) => fate === 'set-aside').at(-1);
  const appealedContribution = ids.of(`contribution/${aside?.number}`);
  const consultation = async (today: string): Promise<Shown> => {
    const author = cast.citizen(aside?.citizen ?? 0);
    await portal.must(author, AppealModeration, ids.of('ask/appeal-moderation'), {
      ...{ forumId, contributionId: appealedContribution, contributorId: author.id },
      text: written('의견이 맞습니다.'),
    });
    await shown(`/ko/contributions/${appealedContribution}`, '이의');
    const rows = ['과제,의견,받은 날,경로', `1,"종이로 낸 의견, 쉼표도 있음",${today},서면`];
    const things = {
      ...{ ...always, appealedContribution, commitment: ids.of('commitment/1') },
      contribution: ids.of(`contribution/${drawn.find((one) => one.fate === 'answered')?.number}`),
      import: await staged('import-contributions', 'contributions', rows),
    };
    return { things, ministry: OURS };
  };

  const response = async (): Promise<Shown> => {
    // What nobody has decided keeps a consultation from being sealed.
    await portal.must(cast.holder('code'), DecideAppeal, ids.of('ask/decide-appeal'), {
      ...{ forumId, contributionId: appealedContribution, outcome: 'upheld' as const },
      reason: written('자리가 아닌 곳에 낸 글입니다.'),
    });
    const clusters = clustersOf(drawn).filter(({ members }) => members.length > 1);
    const cluster = clusters.find(({ lead }) => lead === OURS) ?? clusters[0];
    const waiting = clusters.find(({ lead }) => lead !== OURS) ?? cluster;
    const things = {
      ...{ ...always, cluster: ids.of(`cluster/${cluster?.key}`) },
      consultation: (await matters()).consultationId ?? '',
      contribution: ids.of(`contribution/${waiting?.members[0]?.number}`),
      duty: await dutyOf('reasoned-response', waiting?.lead ?? ''),
    };
    return { things, ministry: waiting?.lead ?? OURS };
  };

  const approval = async (): Promise<Shown> => {
    const ballot = ids.of('ballot/plan');
    await shown(`/ko/ballots/${ballot}`);
    return { things: { ...always, ballot }, ministry: OURS };
  };

  const monitoring = async (_today: string, ministry: string): Promise<Shown> => {
    const institution = ids.of(`institution/${ministry}`);
    const who = cast.post(ministry);
    await portal.must(who, SubscribeWebhook, ids.of('ask/webhook'), {
      ...{ forumId, webhookId: ids.of('webhook'), personId: who.id, institutionId: institution },
      url: written('https://hooks.example.org/madang'),
      secret: written(`whsec_${btoa('0123456789abcdef0123456789abcdef')}`),
    });
    const led = leftToUs.commitments.find(({ lead }) => lead === ministry);
    const answered = drawn.find((one) => one.fate === 'answered' && one.lead === ministry);
    const things = {
      ...{ ...always, institution, duty: await dutyOf('progress-report', ministry) },
      ...{ commitment: ids.of(`commitment/${led?.number}`), ballot: ids.of('ballot/plan') },
      contribution: ids.of(`contribution/${answered?.number}`),
      proposal: ids.of('proposal/p-real-name-again'),
      window: (await matters()).windows[0]?.windowId ?? '',
    };
    return { things, ministry };
  };
  return { cast, drafting, consultation, response, approval, monitoring };
};
