import { until } from '@madang/local';
import { type Composition, secondsSince, tell } from './composition.ts';
import type { Alert, Prometheus } from './prometheus.ts';

const told = ({ labels, state }: Alert): string => `${labels.alertname} of ${labels.room ?? '-'} ${state}`;

/** @throws with the alerts that fire */
export const isCalm = async (prometheus: Prometheus): Promise<void> => {
  const alerts = await prometheus.alerts();
  const firing = alerts.filter(({ state }) => state === 'firing');
  if (firing.length > 0) throw new Error(`alerts fire: ${firing.map(told).join(', ')}`);
  tell(`no alert fires; pending: ${alerts.map(told).join(', ') || 'none'}`);
};

/** One room stands still and another is taken away: for each fires the alert that is meant for it, and no other; back again, none. */
export const tryAlerts = async ({ compose }: Composition, prometheus: Prometheus): Promise<void> => {
  const begun = performance.now();
  compose('pause', 'people');
  compose('stop', 'ministries');
  const fires = async (): Promise<readonly string[]> =>
    (await prometheus.alerts())
      .filter(({ state }) => state === 'firing')
      .map(({ labels }) => `${labels.alertname} ${labels.room ?? ''}`.trim());
  const expected = ['RoomGone ministries', 'RoomGone people', 'ServiceDown people'];
  const isThere = async (): Promise<boolean> => {
    const all = await fires();
    return expected.every((one) => all.includes(one));
  };
  await until(isThere, { within: 300_000, every: 2_000, what: `alerts to fire: ${expected.join(', ')}` });
  const others = (await fires()).filter((one) => !expected.includes(one));
  if (others.length > 0) throw new Error(`alerts fire that are not meant: ${others.join(', ')}`);
  tell(`${expected.join(', ')} fire ${secondsSince(begun)} after people stood still and ministries was gone`);
  const back = performance.now();
  compose('unpause', 'people');
  // What has just been let go on counts as unwell until it was asked again: Prometheus says when both are back.
  compose('start', 'ministries');
  const isQuiet = async (): Promise<boolean> => (await fires()).length === 0;
  await until(isQuiet, { within: 120_000, every: 2_000, what: 'the alerts to end' });
  tell(`none fires ${secondsSince(back)} after both were back`);
};
