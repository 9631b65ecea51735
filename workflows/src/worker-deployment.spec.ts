import { describe, expect, it } from 'vitest';
import { workerDeployment } from './worker-deployment.ts';

describe('a worker', () => {
  it('says nothing about its code unless it is told to', () => {
    expect(workerDeployment(undefined)).toEqual({});
    expect(workerDeployment('')).toEqual({});
  });
  it('with a build id lets its processes move on to whatever version is current', () => {
    expect(workerDeployment('r2026-11')).toEqual({
      workerDeploymentOptions: {
        version: { deploymentName: 'madang', buildId: 'r2026-11' },
        useWorkerVersioning: true,
        defaultVersioningBehavior: 'AUTO_UPGRADE',
      },
    });
  });
  it.each(['R1', '1.2.3', 'a b', '-a', 'a-', 'x'.repeat(41)])('refuses the build id "%s"', (buildId) => {
    expect(() => workerDeployment(buildId)).toThrow(/MADANG_WORKER_BUILD_ID/);
  });
});
