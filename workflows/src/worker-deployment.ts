import type { WorkerDeploymentOptions } from '@temporalio/worker';

/** Name of the workers' deployment in Temporal: what `temporal worker deployment` is told. */
export const DEPLOYMENT_NAME = 'madang';

/**
 * How a worker says which code it brings, so that no history goes back and forth between two codes while workers are rolled:
 * tasks go to the version that was made current, and every process moves on to it with its next task. The saved histories
 * show that it can.
 * @param buildId nothing for workers that are all of one code, which is how they start unless told otherwise
 * @throws when it cannot name a version
 */
export const workerDeployment = (
  buildId: string | undefined,
): { readonly workerDeploymentOptions?: WorkerDeploymentOptions } => {
  if (!buildId) return {};
  // What a name in a cluster may be too, since each version has workers of its own there.
  if (!/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(buildId))
    throw new Error(
      `MADANG_WORKER_BUILD_ID must be 1 to 40 lower-case letters, digits and hyphens, and is "${buildId}".`,
    );
  return {
    workerDeploymentOptions: {
      version: { deploymentName: DEPLOYMENT_NAME, buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'AUTO_UPGRADE',
    },
  };
};
