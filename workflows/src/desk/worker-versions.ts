import type { Client } from '@temporalio/client';
import { DEPLOYMENT_NAME } from '../worker-deployment.ts';

type Version = { readonly buildId: string; readonly isCurrent: boolean };

/** Versions of workers that Temporal knows; none where workers do not name their code. */
export const workerVersions = async (client: Client): Promise<readonly Version[]> => {
  const found = await client.workflowService
    .describeWorkerDeployment({ namespace: client.options.namespace, deploymentName: DEPLOYMENT_NAME })
    .catch((fault: { readonly code?: number }) => {
      // gRPC: not found.
      if (fault.code === 5) return undefined;
      throw fault;
    });
  const info = found?.workerDeploymentInfo;
  const current = info?.routingConfig?.currentDeploymentVersion?.buildId;
  return (info?.versionSummaries ?? []).flatMap(({ deploymentVersion }) => {
    const buildId = deploymentVersion?.buildId;
    return buildId ? [{ buildId, isCurrent: buildId === current }] : [];
  });
};
