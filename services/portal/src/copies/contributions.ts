import {
  AppealDecided,
  ClusterNamed,
  ContributionAccepted,
  ContributionAnswered,
  ContributionAppealed,
  ContributionRestored,
  ContributionSetAside,
  ResponseDrafted,
  ResponsePublished,
  ResponseWaived,
} from '@madang/contracts';
import { copy } from '@madang/decider';
import type { PublicRows } from './public-rows.ts';
import type { PublicWriter } from './public-writer.ts';

type Moderated = {
  readonly sequence: number;
  readonly time: string;
  readonly data: { readonly consultationId: string; readonly contributionId: string };
};
const moderated = (
  { sequence, time, data: { consultationId, contributionId } }: Moderated,
  what: PublicRows['moderationRow']['what'],
  why: { readonly reasonCode?: string; readonly reasonTextId?: string } = {},
): PublicRows['moderationRow'] => ({
  ...{ sequence, consultationId, contributionId, cycleId: null, proposalId: null, what, on: time },
  ...{ reasonCode: why.reasonCode ?? null, reasonTextId: why.reasonTextId ?? null },
});

/** Contributions and the reasoned response each has. A response shows only from its release on. OGP 4.1. */
export const contributionCopies = [
  copy(ContributionAccepted, (rows: PublicWriter, facts) =>
    rows.add(
      'contributionRow',
      facts.map(({ data, sequence }) => ({
        id: data.contributionId,
        consultationId: data.consultationId,
        cycleId: data.cycleId,
        commitmentId: data.commitmentId,
        clause: data.clause ?? null,
        contributorKind: data.contributorKind,
        channel: data.channel,
        receivedOn: data.receivedOn,
        textId: data.text.textId,
        state: 'accepted',
        reasonCode: null,
        theme: null,
        outcome: null,
        responseId: null,
        waivedTextId: null,
        clusterId: null,
        draftId: null,
        appeal: null,
        appealTextId: null,
        sequence,
      })),
    ),
  ),
  copy(ContributionSetAside, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'contributionRow',
        { id: data.contributionId },
        { state: 'set-aside', reasonCode: data.reasonCode },
      );
    await rows.add(
      'moderationRow',
      facts.map((fact) => moderated(fact, 'set-aside', { reasonCode: fact.data.reasonCode })),
    );
  }),
  copy(ContributionRestored, async (rows: PublicWriter, facts) => {
    await rows.change(
      'contributionRow',
      { id: { in: facts.map((one) => one.data.contributionId) } },
      { state: 'accepted', reasonCode: null },
    );
    await rows.add(
      'moderationRow',
      facts.map((fact) => moderated(fact, 'restored')),
    );
  }),
  copy(ContributionAppealed, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'contributionRow',
        { id: data.contributionId },
        { appeal: 'open', appealTextId: data.text.textId },
      );
    await rows.add(
      'moderationRow',
      facts.map((fact) => moderated(fact, 'appealed')),
    );
  }),
  copy(AppealDecided, async (rows: PublicWriter, facts) => {
    for (const fact of facts) {
      const { contributionId, outcome, reason } = fact.data;
      await rows.change('contributionRow', { id: contributionId }, { appeal: outcome });
      const what = outcome === 'upheld' ? 'upheld' : 'allowed';
      await rows.add('moderationRow', [moderated(fact, what, { reasonTextId: reason.textId })]);
    }
  }),
  copy(ClusterNamed, async (rows: PublicWriter, facts) => {
    for (const { data, sequence } of facts) {
      const { clusterId, consultationId, theme } = data;
      await rows.add('clusterRow', [{ id: clusterId, consultationId, theme, sequence }]);
      await rows.change('contributionRow', { id: { in: [...data.contributionIds] } }, { theme, clusterId });
    }
  }),
  // Drafted anew, the latest counts; what it no longer covers waits for another draft.
  copy(ResponseDrafted, async (rows: PublicWriter, facts) => {
    for (const { data, sequence } of facts) {
      const { responseId, consultationId, outcome, contributionIds } = data;
      await rows.drop('responseRow', { id: responseId });
      await rows.change('contributionRow', { draftId: responseId }, { draftId: null });
      await rows.change('contributionRow', { id: { in: [...contributionIds] } }, { draftId: responseId });
      await rows.add('responseRow', [
        {
          ...{ id: responseId, consultationId, outcome, sequence, covers: contributionIds.length },
          ...{ reasonTextId: data.reason.textId, changed: data.changedCommitmentIds },
          ...{ clusterId: data.clusterId ?? null, releasedOn: null, authority: null },
        },
      ]);
    }
  }),
  copy(ResponsePublished, async (rows: PublicWriter, facts) => {
    for (const { data, time } of facts)
      await rows.change(
        'responseRow',
        { id: data.responseId },
        { releasedOn: time, authority: data.authority, outcome: data.outcome },
      );
  }),
  copy(ContributionAnswered, async (rows: PublicWriter, facts) => {
    const byAnswer = Map.groupBy(facts, ({ data }) => `${data.responseId} ${data.outcome}`);
    for (const [first, ...others] of byAnswer.values())
      if (first)
        await rows.change(
          'contributionRow',
          { id: { in: [first, ...others].map((one) => one.data.contributionId) } },
          { state: 'answered', responseId: first.data.responseId, outcome: first.data.outcome },
        );
  }),
  copy(ResponseWaived, async (rows: PublicWriter, facts) => {
    for (const { data } of facts)
      await rows.change(
        'contributionRow',
        { id: data.contributionId },
        { state: 'waived', waivedTextId: data.reason.textId },
      );
  }),
];
