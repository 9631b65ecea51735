import { lookAtStreams, type StreamLook } from '@madang/nats-infra';
import { type Finding, fine, warning, wrong } from './finding.ts';
import type { Heads } from './heads-now.ts';
import type { NatsAt } from './nats-at.ts';

/** Copies of a stream that a cluster keeps; a single server keeps the only one. */
const COPIES = 3;

const howFar = (check: string, last: number, head: number): Finding => {
  if (last === head) return fine(check, `${last} messages, as many as the rows`);
  return last < head
    ? warning(check, `${head - last} facts behind the rows`, 'Look again; if it grows: is the service up?')
    : wrong(
        check,
        `${last - head} facts ahead of the rows`,
        'An older database was put back: start the service, it takes them from the stream.',
      );
};

const ofStream = (one: StreamLook, head: number | undefined, servers: number): Finding => {
  const check = `stream ${one.stream}`;
  if (one.last === null) return wrong(check, 'is missing', 'Start the system: it makes its streams.');
  if (one.wrong.length > 0)
    return wrong(check, one.wrong.join(', '), 'Somebody changed it: set it back as infra/nats makes it.');
  if (one.late.length > 0)
    return warning(
      check,
      `its copy on ${one.late.join(', ')} is away or behind`,
      'Look again in a minute; if it stays: is that server up, and its disk not full?',
    );
  if (servers >= COPIES && one.replicas < COPIES)
    return wrong(
      check,
      `lies on ${one.replicas} of ${servers} servers`,
      `nats stream edit ${one.stream} --replicas ${COPIES}, as the user infra.`,
    );
  return one.isOfFacts && head !== undefined
    ? howFar(check, one.last, head)
    : fine(check, `${one.last} messages`);
};

/** Every stream and bucket: there, as infra makes it, on enough servers, and as far as the rows. */
export const lookAtStreamsOf = async (
  { url, passwords }: NatsAt,
  headsNow: () => Promise<Heads>,
  servers: number,
): Promise<readonly Finding[]> => {
  const looks = await lookAtStreams({ url, password: passwords.infra ?? '' });
  const heads = await headsNow();
  return looks.map((one) => ofStream(one, heads.get(one.service), servers));
};
