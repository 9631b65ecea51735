import { randomUUID } from 'node:crypto';
import type { Actor, Answer, EventEnvelope, ObligationRow } from '@madang/contracts';
import { PROCESS_ACTOR_ID } from '@madang/contracts';
import { asker, connectNats, type FactPublisher, factPublisher } from '@madang/messaging';
import { makePasswords, makeStreams, serverConfig } from '@madang/nats-infra';
import { makeLog, openService } from '@madang/service-kit';
import { freshDatabase, freshNats, until } from '@madang/testing';
import { connect } from '../adapters/connect.ts';
import { rows } from '../adapters/rows.ts';
import { service } from '../service.ts';

const passwords = makePasswords();
const forumId = randomUUID();
const secretariat: Actor = { id: randomUUID(), roles: ['secretariat'] };
const process: Actor = { id: PROCESS_ACTOR_ID, roles: ['process'] };
const ministry = (institutionId: string): Actor => ({ id: randomUUID(), roles: ['ministry'], institutionId });
const words = { lang: 'ko', text: '까닭' };
const rungs = ['due-7d', 'due-3d', 'due-1d', 'due', 'overdue', 'escalate-1', 'escalate-2', 'silent'];
const ladder = rungs.map((rung, at) => ({ rung, at: `2099-03-${10 + at}T00:00:00.000Z` }));

const must = (answer: Answer): void => {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer));
};

/** Ministries on real engines, and a forum it has heard of; other services speak by their streams alone. */
export const ministriesPlace = async () => {
  const nats = await freshNats((at) =>
    serverConfig({ port: at.port, monitorPort: at.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
  const base = await freshDatabase(['ministries']);
  const database = connect(base.urls.ministries ?? '');
  const log = makeLog('ministries-spec');
  log.level = 'silent';
  const masterKey = Buffer.alloc(32, 4);
  const open = await openService({ service, database, rows, natsUrl: nats.url, passwords, masterKey, log });
  const as = (user: string) => connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
  const portal = asker(await as('portal-asks'));
  const forums = await factPublisher(await as('forums-events'), 'forums');
  const commitments = await factPublisher(await as('commitments-events'), 'commitments');
  const ask = (type: string, body: object, actor = secretariat): Promise<Answer> =>
    portal.command({
      id: randomUUID(),
      type: `ministries.${type}.v1`,
      actor,
      forumId,
      correlationId: randomUUID(),
      body: { forumId, ...body },
    });
  const see = async <T>(type: string, body: object, actor = secretariat): Promise<T> => {
    const answer = await portal.query({ type: `ministries.${type}.v1`, actor, body });
    return (answer.status === 200 ? answer.result : answer.status) as T;
  };
  const standing = (obligationId: string) => see<ObligationRow>('obligation-standing', { obligationId });
  const tellAs = async (
    source: string,
    publisher: FactPublisher,
    type: string,
    subject: string,
    data: object,
  ): Promise<void> => {
    const sequence = (await publisher.head()) + 1;
    const time = '2026-02-01T00:00:00.000Z';
    const ids = { id: randomUUID(), commandid: randomUUID(), correlationid: randomUUID(), commandhash: 'x' };
    const fact = {
      ...{ specversion: '1.0', ...ids, source, type, subject, time, recordedat: time },
      ...{
        forumid: forumId,
        sequence,
        aggregateversion: sequence,
        actor: process,
        data: { forumId, ...data },
      },
    } as EventEnvelope;
    await publisher.publish([{ sequence, type, bytes: JSON.stringify(fact) }]);
  };
  const tell = (type: string, subject: string, data: object) => tellAs('forums', forums, type, subject, data);
  const tellOfCommitment = (what: string, commitmentId: string, data: object) =>
    tellAs('commitments', commitments, `commitments.commitment.${what}.v1`, `commitment/${commitmentId}`, {
      commitmentId,
      ...data,
    });
  const register = async (): Promise<string> => {
    const institutionId = randomUUID();
    const name = { ko: '부처', en: 'Ministry' };
    const body = { institutionId, code: institutionId.slice(0, 8), name, institutionKind: 'ministry' };
    must(await ask('register-institution', { ...body, from: '2026-01-01' }));
    return institutionId;
  };
  const post = async (institutionId: string, level: number): Promise<string> => {
    const personId = randomUUID();
    const title = { ko: '자리', en: 'Post' };
    const body = { postId: randomUUID(), institutionId, title, level, personId, from: '2026-01-01' };
    must(await ask('create-post', body));
    return personId;
  };
  const imposition = (institutionId: string, cycleId: string, obligationKind = 'sign-off') => ({
    ...{ obligationId: randomUUID(), cycleId, institutionId, obligationKind, subject: {}, ladder },
    dueOn: '2099-03-10',
  });
  const impose = async (...of: Parameters<typeof imposition>): Promise<string> => {
    const body = imposition(...of);
    must(await ask('impose-obligation', body, process));
    return body.obligationId;
  };
  const climb = (obligationId: string, rung: string, ladderVersion = 1) =>
    ask('climb-obligation', { obligationId, rung, ladderVersion }, process);

  const place = { zone: 'Asia/Seoul', country: 'none', rulePack: 'ogp-2022', clock: 'wall' };
  await tell('forums.forum.founded.v1', `forum/${forumId}`, place);
  await until(
    async () => (await ask('seal-sign-offs', { cycleId: forumId, institutionIds: [forumId] })).status === 409,
    {
      within: 10_000,
      what: 'the forum to be known',
    },
  );
  const close = async (): Promise<void> => {
    await open.stop();
    await database.$disconnect();
    await nats.remove();
    await base.drop();
  };
  return {
    ...{ forumId, secretariat, process, ministry, words, rungs, database, open, portal, commitments },
    ...{ ask, see, standing, tell, tellOfCommitment, register, post, imposition, impose, climb, close },
  };
};
