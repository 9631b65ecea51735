import { randomUUID } from 'node:crypto';
import { makeLog } from '@madang/service-kit';
import { until } from '@madang/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkflows } from './open-workflows.ts';
import { type SpecPlace, specPlace } from './skeleton/place.ts';
import { openScene } from './skeleton/scene.ts';
import { DEPLOYMENT_NAME } from './worker-deployment.ts';

const forumId = randomUUID();
const { scene, ...stage } = openScene(forumId, randomUUID(), 'wall', '');
const log = makeLog('workflows-spec');
log.level = process.env.SPEC_LOG ?? 'silent';
let place: SpecPlace;
const open: { readonly stop: () => Promise<void> }[] = [];

const roll = async (buildId: string): Promise<void> => {
  open.push(await openWorkflows({ ...place.options, buildId, log }));
  await makeCurrent(buildId);
};
/** What an operator does with `temporal worker deployment set-current-version`. */
const makeCurrent = (buildId: string) =>
  until(
    () =>
      place.client.workflowService
        .setWorkerDeploymentCurrentVersion({
          namespace: place.options.namespace ?? '',
          deploymentName: DEPLOYMENT_NAME,
          version: `${DEPLOYMENT_NAME}.${buildId}`,
          buildId,
        })
        .then(
          () => true,
          () => false,
        ),
    { within: 30_000, what: `${buildId} to be known and made current` },
  );
const goesOnUnder = (buildId: string, processId: string) =>
  until(
    async () => {
      const { raw } = await place.client.workflow.getHandle(processId).describe();
      return raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId === buildId;
    },
    { within: 30_000, what: `${processId} to go on under ${buildId}` },
  );
const past = new Date(Date.now() - 60_000).toISOString();
const future = new Date(Date.now() + 3_600_000).toISOString();
const impose = async (): Promise<string> => {
  const owed = randomUUID();
  await place.standIn.tell(
    stage.impose(owed, [
      { rung: 'due-1d', at: past },
      { rung: 'due', at: future },
    ]),
  );
  await until(() => stage.climbed(owed).length === 1, { within: 30_000, what: 'the first reminder' });
  return owed;
};
const end = async (owed: string): Promise<void> => {
  await place.standIn.tell(stage.discharge(owed));
  await place.client.workflow.getHandle(`obligation/${owed}`).result();
};

beforeAll(async () => {
  place = await specPlace(scene);
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.stop()));
  await place?.remove();
});

describe('workers of two versions side by side', () => {
  it('a process that runs goes on under the version made current, a new one begins there, and both go back with it', async () => {
    await roll('first');
    const [early, stays] = [await impose(), await impose()];
    await goesOnUnder('first', `obligation/${early}`);

    await roll('second');
    const late = await impose();
    await goesOnUnder('second', `obligation/${late}`);
    await end(early);
    await goesOnUnder('second', `obligation/${early}`);

    await makeCurrent('first');
    await end(late);
    await end(stays);
    await goesOnUnder('first', `obligation/${late}`);
    await goesOnUnder('first', `obligation/${stays}`);
    expect(stage.climbed(late)).toEqual(['due-1d']);
  });
});
