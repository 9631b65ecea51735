import type { Scenario } from './scenario.ts';

const repeated = (names: readonly (string | number)[]): readonly (string | number)[] =>
  names.filter((name, at) => names.indexOf(name) !== at);

/** Names in a scenario that lead nowhere or stand for two things, each told with where it stands. */
export const brokenNames = (scenario: Scenario): readonly string[] => {
  const {
    institutions,
    seats,
    commitments,
    workingGroups,
    meetings,
    ballots,
    conduct,
    contributions,
    responses,
  } = scenario;
  const codes = institutions.map(({ code }) => code);
  const chairs = [...seats.members, ...seats.filled].map(({ seat }) => seat);
  const themes = Object.keys(responses.byTheme);
  const given = scenario.proposals?.given ?? [];
  const uses = (where: string, names: readonly (string | undefined)[], known: readonly string[]) =>
    names
      .filter((name) => name !== undefined && !known.includes(name))
      .map((name) => `${where}: there is no ${name}`);
  return [
    ...repeated(codes).map((code) => `institutions: ${code} stands twice`),
    ...repeated(chairs).map((seat) => `seats: ${seat} stands twice`),
    ...repeated(commitments.map(({ number }) => number)).map(
      (number) => `commitments: number ${number} stands twice`,
    ),
    ...uses(
      'commitments.lead',
      commitments.map(({ lead }) => lead),
      codes,
    ),
    ...uses(
      'seats.institution',
      seats.members.map(({ institution }) => institution),
      codes,
    ),
    ...uses(
      'seats.handedOver',
      seats.handedOver.map(({ seat }) => seat),
      chairs,
    ),
    ...uses(
      'seats.vacated',
      seats.vacated.map(({ seat }) => seat),
      chairs,
    ),
    ...uses(
      'workingGroups.seats',
      workingGroups.flatMap((group) => group.seats),
      chairs,
    ),
    ...uses(
      'meetings.group',
      meetings.map(({ group }) => group),
      workingGroups.map(({ group }) => group),
    ),
    ...uses(
      'ballots.seats',
      ballots.flatMap((ballot) => [...Object.keys(ballot.seats), ...ballot.recused]),
      chairs,
    ),
    ...uses(
      'conduct.institution',
      conduct.map(({ institution }) => institution),
      codes,
    ),
    ...uses(
      'conduct.to',
      conduct.map((rule) => (rule.conduct.does === 'delegates' ? rule.conduct.to : undefined)),
      codes,
    ),
    ...uses(
      'contributions.templates.theme',
      contributions.templates.map(({ theme }) => theme),
      themes,
    ),
    ...uses(
      'proposals.fate.into',
      given.map(({ fate }) => (fate.is === 'merged' ? fate.into : undefined)),
      given.map(({ proposal }) => proposal),
    ),
    ...given.flatMap(({ proposal, fate }) =>
      fate.is === 'part-of' && !commitments.some(({ number }) => number === fate.commitment)
        ? [`proposals.${proposal}: there is no commitment ${fate.commitment}`]
        : [],
    ),
  ];
};
