import { DraftResponse, ReleaseResponses } from '@madang/contracts';
import { consultationIdOf, contributionIdOf } from './consultation.ts';
import { commitmentIdOf } from './cycle-matters.ts';
import type { Drawn } from './drawn-contributions.ts';
import { inLanes } from './in-lanes.ts';
import { type Rehearsal, written } from './rehearsal.ts';
import { type Cluster, clustersOf } from './responses.ts';

/** Who drafts reasoned responses, and what has been drafted and released so far. */
export type Answering = {
  /** An institution drafts the responses to what it leads; the secretariat in its place when `bySecretariat`. */
  readonly draft: (lead: string, bySecretariat?: boolean) => Promise<void>;
};

/** Drafted responses are released together on some days; at last the secretariat answers for those who have not. */
export const answering = (r: Rehearsal, drawn: readonly Drawn[]): Answering => {
  const { scenario, forumId, cast, ids, agenda, at } = r;
  const { byTheme, releasedOn, completedOn } = scenario.responses;
  const clusters = clustersOf(drawn);
  const waiting: Cluster[] = [];
  const drafted = new Set<string>();

  const draftOne = async (
    cluster: Cluster,
    consultationId: string,
    bySecretariat: boolean,
  ): Promise<void> => {
    const { key, theme, commitment, lead, members } = cluster;
    const answer = byTheme[theme];
    if (answer === undefined) throw new Error(`There is no answer on ${theme}.`);
    await r.ask(bySecretariat ? cast.secretariat : cast.post(lead), DraftResponse, `response/${key}`, {
      forumId,
      responseId: ids.of(`response/${key}`),
      consultationId,
      outcome: answer.outcome,
      reason: written(answer.reason.ko),
      ...(members.length > 1
        ? { clusterId: ids.of(`cluster/${key}`) }
        : { contributionIds: members.map((one) => contributionIdOf(r, one.number)) }),
      changedCommitmentIds: answer.outcome === 'adopted' ? [commitmentIdOf(r, commitment)] : [],
    });
    waiting.push(cluster);
  };
  const draft: Answering['draft'] = async (lead, bySecretariat = false) => {
    const mine = clusters.filter((cluster) => cluster.lead === lead && !drafted.has(cluster.key));
    if (mine.length === 0) return;
    const consultationId = await consultationIdOf(r);
    for (const { key } of mine) drafted.add(key);
    await inLanes(
      mine,
      ({ key }) => key,
      (cluster) => draftOne(cluster, consultationId, bySecretariat),
    );
  };

  agenda.put(at(completedOn, 16), 'the secretariat answers for those who have not', async () => {
    for (const lead of new Set(clusters.map((cluster) => cluster.lead))) await draft(lead, true);
  });
  for (const on of releasedOn)
    agenda.put(at(on, 17), 'responses are released', async () => {
      const ready = waiting.splice(0).toSorted((a, b) => (a.key < b.key ? -1 : 1));
      if (ready.length === 0) return;
      await r.ask(cast.secretariat, ReleaseResponses, `release/${on}`, {
        forumId,
        releaseId: ids.of(`release/${on}`),
        consultationId: await consultationIdOf(r),
        responseIds: ready.map(({ key }) => ids.of(`response/${key}`)),
        authority: 'secretariat',
      });
    });
  return { draft };
};
