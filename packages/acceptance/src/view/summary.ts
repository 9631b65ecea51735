import { dataOf, type Fact } from '../outcome/facts.ts';
import type { Duty } from '../outcome/obligations.ts';
import type { Outcome } from '../outcome/outcome.ts';
import type { Portal } from '../portal/portal.ts';
import { drawnContributions } from '../rehearsal/drawn-contributions.ts';
import type { Driven } from '../rehearsal/drive.ts';
import { table } from './table.ts';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
const of = (facts: readonly Fact[], type: string): readonly Fact[] =>
  facts.filter((fact) => fact.type === type);

const stages = (facts: readonly Fact[]): readonly string[] => {
  const begun = of(facts, 'forums.cycle.stage-begun.v1').map((fact) => ({
    stage: String(dataOf(fact).stage),
    from: fact.time,
  }));
  const spans = [{ stage: 'preparation', from: '' }, ...begun];
  const rows = spans.map(({ stage, from }, at) => {
    const inside = facts.filter(({ time }) => time >= from && time < (spans[at + 1]?.from ?? '9'));
    const count = (part: string): number => inside.filter(({ type }) => type === part).length;
    return [
      stage,
      from.slice(0, 10),
      inside.length,
      count('commitments.proposal.received.v1'),
      count('commitments.contribution.accepted.v1'),
      count('commitments.contribution.answered.v1'),
      count('ministries.obligation.imposed.v1'),
      count('commitments.commitment.progress-reported.v1'),
    ];
  });
  return table(
    ['stage', 'from', 'facts', 'proposals', 'contributions', 'answers', 'obligations', 'reports'],
    rows,
  );
};

const obligations = (duties: readonly Duty[]): readonly string[] => {
  const rows = [...Map.groupBy(duties, ({ kind }) => kind)].map(([kind, all]) => {
    const count = (fits: (duty: Duty) => boolean): number => all.filter(fits).length;
    return [
      kind,
      all.length,
      count((one) => one.discharged && !one.late),
      count((one) => one.late),
      count((one) => one.escalated),
      count((one) => one.silent),
      count((one) => one.delegated),
      count((one) => one.extended),
      count((one) => one.returned),
    ];
  });
  return table(
    ['obligation', 'all', 'on time', 'late', 'escalated', 'silent', 'delegated', 'extended', 'returned'],
    rows,
  );
};

const ballots = (facts: readonly Fact[], { ids }: Driven['rehearsal']): readonly string[] =>
  of(facts, 'forums.ballot.closed.v1').map((fact) => {
    const { ballotId, entitled, turnout, tally, quorumMet, parityMet, carried, reasons } = dataOf(fact);
    return `  ${ids.labelOf(String(ballotId))}: ${turnout} of ${entitled} voted ${JSON.stringify(tally)}, quorum ${quorumMet ? 'met' : 'not met'}, parity ${parityMet ? 'met' : 'not met'}: ${carried ? 'carried' : `not carried (${(reasons as readonly string[]).join(', ')})`}`;
  });

const speed = (portal: Portal): readonly string[] => {
  const rows = [...Map.groupBy(portal.journal.entries, ({ type }) => type)]
    .map(([type, all]) => {
      const times = all.map(({ took }) => took).toSorted((a, b) => a - b);
      const at = (share: number): number =>
        Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
      return [
        type,
        all.length,
        at(0.5),
        at(0.95),
        Math.round(times.reduce((sum, one) => sum + one, 0)),
      ] as const;
    })
    .toSorted((a, b) => b[4] - a[4]);
  return table(['slowest commands', 'asked', 'p50 ms', 'p95 ms', 'sum ms'], rows.slice(0, 8));
};

/** The summary of a rehearsal, line by line. */
export const summary = (
  driven: Driven,
  outcome: Outcome,
  portal: Portal,
  wall: number,
): readonly string[] => {
  const { facts, duties, invariants, completion, digest, processes, took } = outcome;
  const { scenario } = driven.rehearsal;
  const asked = new Set(portal.journal.entries.map(({ id }) => id));
  const byClock = new Set(
    facts.filter(({ commandId }) => !asked.has(commandId)).map(({ commandId }) => commandId),
  ).size;
  const drawn = drawnContributions(scenario);
  const byDrawn = (fate: string): number => drawn.filter((one) => one.fate === fate).length;
  const responses = of(facts, 'commitments.response.published.v1').length;
  const retries = [...portal.patience.retries].map(([why, times]) => `${why} ${times}`).join(', ') || 'none';
  return [
    '',
    ...stages(facts),
    '',
    ...obligations(duties),
    `  silent: ${
      duties
        .filter(({ silent }) => silent)
        .map(({ institution, kind, window }) => `${institution} ${kind}${window ? ` ${window}` : ''}`)
        .join(', ') || 'nobody'
    }`,
    '',
    `  Response coverage: ${byDrawn('answered')} of ${drawn.length} contributions answered by ${responses} published responses, ${byDrawn('waived')} waived, ${byDrawn('set-aside')} set aside`,
    '',
    '  Ballots',
    ...ballots(facts, driven.rehearsal),
    ...(driven.tried.length > 0
      ? [
          '',
          '  Tried against the rules',
          ...driven.tried.map(
            ({ on, tries, status, code, facts: stand, remedy }) =>
              `  ${on} ${tries}: ${status} ${code} ${stand}\n             ${remedy}`,
          ),
        ]
      : []),
    '',
    ...table(
      ['commitment', 'completion', 'milestones', 'reported'],
      completion.map(({ number, completion: value, milestones, reported }) => [
        `${number}. ${scenario.commitments.find((one) => one.number === number)?.title.ko ?? ''}`,
        value,
        milestones,
        reported,
      ]),
    ),
    '',
    ...speed(portal),
    '',
    `  ${asked.size} commands asked by people, ${byClock} by processes and reactions; ${duties.length} obligations; ${driven.steps} steps of the clock; ${facts.length} facts`,
    `  processes that still run: ${
      Object.entries(processes)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', ') || 'none'
    }; asked again: ${retries}`,
    `  wall time ${seconds(wall)}: ${Object.entries(driven.spent)
      .map(([part, time]) => `${part} ${seconds(time)}`)
      .join(', ')}; read back and checked in ${seconds(took)}`,
    '',
    ...invariants.map(({ name, holds, detail }) => `  ${holds ? '✓' : '✗'} ${name} (${detail})`),
    '',
    `  digest of the facts: ${digest}`,
  ];
};
