import { type After, PROCESS_ACTOR_ID, WorkflowsHealth } from '@madang/contracts';
import { asker, connectNats } from '@madang/messaging';
import { type Finding, fine, warning, wrong } from './finding.ts';
import type { Heads } from './heads-now.ts';
import type { NatsAt } from './nats-at.ts';

const NODE = 'v24.';

/** Whether each process says that it is ready. */
export const lookAtHealth = (health: Readonly<Record<string, string>>): Promise<readonly Finding[]> =>
  Promise.all(
    Object.entries(health).map(async ([name, url]) => {
      const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
      if (answer?.ok) return fine(`process ${name}`, 'ready');
      return wrong(
        `process ${name}`,
        answer ? `not ready (${answer.status})` : 'does not answer',
        'Start it, or look at its log: it says what it waits for.',
      );
    }),
  );

export const nodeVersion = (where: string, version: string): Finding =>
  version.startsWith(NODE)
    ? fine(`node ${where}`, `version ${version}`)
    : warning(`node ${where}`, `version ${version}`, 'Madang is tried with Node 24: use that.');

const heardBy = (heard: After, heads: Heads): Finding => {
  const check = 'facts workflows';
  const behind = Object.entries(heard)
    .map(([source, at]) => [source, (heads.get(source) ?? 0) - (at ?? 0)] as const)
    .filter(([, by]) => by > 0);
  return behind.length === 0
    ? fine(check, 'all heard')
    : warning(
        check,
        `behind ${behind.map(([source, by]) => `${source} by ${by}`).join(', ')}`,
        'Look again; if it grows: look at the log of the workflows.',
      );
};

/** Asks the desk of the workflows, as the portal does, how it is. */
export const lookAtDesk = async (
  { url, passwords }: NatsAt,
  headsNow: () => Promise<Heads>,
): Promise<readonly Finding[]> => {
  const connection = await connectNats({
    ...{ url, user: 'portal-asks', password: passwords['portal-asks'] ?? '', patience: 0 },
  }).catch(() => undefined);
  // Said already, where NATS is looked at.
  if (!connection) return [];
  try {
    const answer = await asker(connection).query(
      { type: WorkflowsHealth.type, actor: { id: PROCESS_ACTOR_ID, roles: ['operator'] }, body: {} },
      5_000,
    );
    if (answer.status !== 200)
      return [
        wrong(
          'desk',
          'the desk of the workflows does not answer',
          'Start the workflows, or look at their log.',
        ),
      ];
    const { node, heard } = WorkflowsHealth.result.parse(answer.result);
    return [nodeVersion('workflows', node), heardBy(heard, await headsNow())];
  } finally {
    await connection.close();
  }
};
