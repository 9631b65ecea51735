import { isDeepStrictEqual } from 'node:util';
import { ResponseCoverage } from '@madang/contracts';
import { isAccepted } from '../portal/answer.ts';
import type { Portal } from '../portal/portal.ts';
import { cycleMatters } from '../rehearsal/cycle-matters.ts';
import type { Driven } from '../rehearsal/drive.ts';
import { bySubject, dataOf, type Fact } from './facts.ts';
import type { Invariant } from './invariant.ts';
import type { Duty } from './obligations.ts';
import { quiet } from './quiet.ts';
import { replay } from './replay.ts';

const named = ({ institution, kind, window }: Duty): string =>
  `${institution} ${kind}${window === undefined ? '' : ` ${window}`}`;
const setOf = (duties: readonly Duty[]): readonly string[] => duties.map(named).toSorted();

const effects = (portal: Portal, facts: readonly Fact[]): Invariant => {
  const byCommand = Map.groupBy(facts, ({ commandId }) => commandId);
  const asked = portal.journal.entries.filter(({ said }) => isAccepted(said));
  const wrong = asked.filter(({ id, said }) => {
    const recorded = (byCommand.get(id) ?? [])
      .map(({ type, subject, version }) => `${type} ${subject} ${version}`)
      .toSorted();
    const told = isAccepted(said)
      ? said.effects.map(({ type, subject, version }) => `${type} ${subject} ${version}`).toSorted()
      : [];
    return !isDeepStrictEqual(recorded, told);
  });
  return {
    name: 'each acknowledged command has its effects, once',
    holds: wrong.length === 0,
    detail: `${asked.length} commands${
      wrong.length > 0
        ? `, wrong: ${wrong
            .slice(0, 5)
            .map(({ type, id }) => `${type} ${id}`)
            .join(', ')}`
        : ''
    }`,
  };
};

const order = (facts: readonly Fact[]): Invariant => {
  const broken = [...bySubject(facts)].filter(([, own]) =>
    own.some(({ version, time }, at) => version !== at + 1 || time < (own[at - 1]?.time ?? '')),
  );
  return {
    name: 'facts of each aggregate are in order and without a gap',
    holds: broken.length === 0,
    detail: `${facts.length} facts${
      broken.length > 0
        ? `, broken: ${broken
            .slice(0, 5)
            .map(([subject]) => subject)
            .join(', ')}`
        : ''
    }`,
  };
};

const coverage = async ({ rehearsal }: Driven, portal: Portal): Promise<Invariant> => {
  const { consultationId } = await cycleMatters(rehearsal);
  if (consultationId === null)
    return {
      name: 'every accepted contribution is answered or waived',
      holds: false,
      detail: 'there was no consultation',
    };
  const { state, accepted, answered, waived, unanswered } = await portal.query(
    rehearsal.cast.operator,
    ResponseCoverage,
    { consultationId },
  );
  return {
    name: 'every accepted contribution is answered or waived',
    holds: state === 'sealed' && unanswered === 0 && accepted === answered + waived,
    detail: `${answered} answered + ${waived} waived of ${accepted}, ${state}`,
  };
};

const ballots = ({ rehearsal: { scenario, ids } }: Driven, facts: readonly Fact[]): Invariant => {
  const closed = new Map(
    facts
      .filter(({ type }) => type === 'forums.ballot.closed.v1')
      .map((fact) => [dataOf(fact).ballotId, dataOf(fact).carried]),
  );
  const wrong = scenario.ballots.filter(
    ({ ballot, carries }) => closed.get(ids.of(`ballot/${ballot}`)) !== carries,
  );
  const cast = facts
    .filter(({ type }) => type === 'forums.ballot.cast.v1')
    .map((fact) => `${dataOf(fact).ballotId} ${dataOf(fact).seatId}`);
  return {
    name: 'ballots end as the rules of procedure have it, one vote a seat',
    holds: wrong.length === 0 && new Set(cast).size === cast.length,
    detail:
      wrong.length > 0
        ? `otherwise: ${wrong.map(({ ballot }) => ballot).join(', ')}`
        : `${cast.length} votes`,
  };
};

const same = (name: string, found: readonly Duty[], expected: readonly Duty[]): Invariant => {
  const [is, should] = [setOf(found), setOf(expected)];
  return {
    name,
    holds: isDeepStrictEqual(is, should),
    detail: isDeepStrictEqual(is, should)
      ? is.join('; ') || 'none'
      : `is: ${is.join('; ') || 'none'}; should be: ${should.join('; ') || 'none'}`,
  };
};

/** Checks everything that must hold when a rehearsal is over. */
export const invariantsOf = async (
  driven: Driven,
  portal: Portal,
  facts: readonly Fact[],
  duties: readonly Duty[],
): Promise<readonly Invariant[]> => {
  const { operator } = driven.rehearsal.cast;
  const refusedOtherwise = driven.tried.filter(({ code, expects }) => code !== expects);
  const { broken } = portal.patience;
  return [
    await coverage(driven, portal),
    effects(portal, facts),
    order(facts),
    same(
      'silence is stated of exactly those who were silent',
      duties.filter(({ silent }) => silent),
      duties.filter(({ does }) => does === 'silent'),
    ),
    same(
      'late is exactly who was late',
      duties.filter(({ late }) => late),
      duties.filter(({ does }) => does === 'late'),
    ),
    ballots(driven, facts),
    {
      name: 'what a rule forbids is refused with its code',
      holds: refusedOtherwise.length === 0,
      detail:
        refusedOtherwise
          .map(({ tries, code, expects }) => `${tries}: ${code} instead of ${expects}`)
          .join('; ') || `${driven.tried.length} tried`,
    },
    await quiet(portal, operator),
    await replay(portal, operator, driven.rehearsal.forumId),
    {
      name: 'no server error but "try again"',
      holds: broken.length === 0,
      detail: broken.slice(0, 5).join(', ') || 'none',
    },
  ];
};
