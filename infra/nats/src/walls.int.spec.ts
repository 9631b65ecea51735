import { connectNats, eventStream, inboxOf, keyStream, type NatsConnection } from '@madang/messaging';
import { type FreshNats, freshNats } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePasswords, makeStreams, serverConfig, services, users } from './index.ts';

const passwords = makePasswords();
const connections = new Map<string, NatsConnection>();
let nats: FreshNats;

const as = async (user: string): Promise<NatsConnection> => {
  const known = connections.get(user);
  if (known) return known;
  const made = await connectNats({ url: nats.url, user, password: passwords[user] ?? '' });
  connections.set(user, made);
  return made;
};
const publish = async (user: string, subject: string, body = '{}'): Promise<unknown> =>
  (await as(user)).request(subject, body, { timeout: 1_000 });
const violation = /permissions violation/i;

beforeAll(async () => {
  nats = await freshNats((place) =>
    serverConfig({ port: place.port, monitorPort: place.monitorPort, passwords }),
  );
  await makeStreams({ url: nats.url, password: passwords.infra ?? '' });
});
afterAll(async () => {
  for (const connection of connections.values()) await connection.close();
  await nats.remove();
});

describe.each(services)('the wall around %s', (name) => {
  const other = services.find((one) => one !== name) ?? name;
  it('lets it publish no command and no query, on either of its connections', async () => {
    await expect(publish(`${name}-answers`, `ogp.command.${other}.anything.v1`)).rejects.toThrow(violation);
    await expect(publish(`${name}-answers`, `ogp.query.${other}.anything.v1`)).rejects.toThrow(violation);
    await expect(publish(`${name}-events`, `ogp.command.${other}.anything.v1`)).rejects.toThrow(violation);
  });
  it('lets it tell no fact of another', async () => {
    await expect(publish(`${name}-events`, `ogp.event.${other}.anything.happened.v1`)).rejects.toThrow(
      violation,
    );
  });
  it("lets it read neither keys nor texts of another, and delete no other's key", async () => {
    await expect(
      publish(`${name}-events`, `$JS.API.DIRECT.GET.${keyStream(other)}`, '{"seq":1}'),
    ).rejects.toThrow(violation);
    await expect(publish(`${name}-events`, `$JS.API.DIRECT.GET.TEXTS_${other}`, '{"seq":1}')).rejects.toThrow(
      violation,
    );
    for (const call of ['GET', 'DELETE'])
      await expect(
        publish(`${name}-events`, `$JS.API.STREAM.MSG.${call}.${keyStream(other)}`, '{"seq":1}'),
      ).rejects.toThrow(violation);
  });
  it('lets it make no stream and no consumer, and neither purge nor delete facts', async () => {
    for (const call of [
      `STREAM.CREATE.X`,
      `STREAM.PURGE.${eventStream(name)}`,
      `STREAM.DELETE.${eventStream(name)}`,
      `STREAM.MSG.DELETE.${eventStream(name)}`,
      `CONSUMER.CREATE.${eventStream(name)}`,
    ])
      await expect(publish(`${name}-events`, `$JS.API.${call}`)).rejects.toThrow(violation);
  });
  it("lets it listen to no other's commands and no other's replies", async () => {
    const hears = async (subject: string): Promise<unknown> => {
      const subscription = (await as(`${name}-answers`)).subscribe(subject, { max: 1 });
      for await (const _ of subscription) return 'heard';
      return 'nothing';
    };
    await expect(hears(`ogp.command.${other}.>`)).rejects.toThrow(violation);
    await expect(hears(`${inboxOf('portal-asks')}.>`)).rejects.toThrow(violation);
    await expect(hears('>')).rejects.toThrow(violation);
  });
});

describe('facts and commands', () => {
  it('live in different accounts: a reply subject that is a command reaches nobody who answers commands', async () => {
    const answers = await as('forums-answers');
    const heard: string[] = [];
    const subscription = answers.subscribe('ogp.command.forums.>', {
      callback: (_fault, message) => void heard.push(message.subject),
    });
    await answers.flush();
    const events = await as('forums-events');
    events.publish(`$JS.API.STREAM.INFO.${eventStream('forums')}`, '', {
      reply: 'ogp.command.forums.found-forum.v1',
    });
    events.publish('ogp.event.forums.probe.happened.v1', '{}', {
      reply: 'ogp.command.forums.found-forum.v1',
    });
    await events.flush();
    // A command from the one who may ask arrives after whatever the probes could have sent.
    (await as('portal-asks')).publish('ogp.command.forums.marker.v1', '{}');
    await (await as('portal-asks')).flush();
    await answers.flush();
    expect(heard).toEqual(['ogp.command.forums.marker.v1']);
    subscription.unsubscribe();
  });
  it('facts can be deleted or purged by nobody, not even by infrastructure', async () => {
    const reply = async (call: string, body: string): Promise<unknown> =>
      JSON.parse(
        Buffer.from(
          ((await publish('infra', `$JS.API.${call}`, body)) as { data: Uint8Array }).data,
        ).toString(),
      );
    expect(await reply(`STREAM.PURGE.${eventStream('forums')}`, '{}')).toMatchObject({ error: {} });
    expect(await reply(`STREAM.MSG.DELETE.${eventStream('forums')}`, '{"seq":1}')).toMatchObject({
      error: {},
    });
  });
  it('a user without a password cannot exist', () => {
    expect(() => serverConfig({ port: 1, passwords: {} })).toThrow(/no password for the NATS users/);
    expect(users.length).toBe(new Set(users.map((one) => one.user)).size);
  });
});
