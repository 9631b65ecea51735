import { dayOf } from '@madang/calendar';
import type { Database } from '@madang/record';
import { browseRows } from './adapters/browse-rows.ts';
import { commitmentPageRows } from './adapters/commitment-page-rows.ts';
import { consoleRows } from './adapters/console-rows.ts';
import { contributionRows } from './adapters/contribution-rows.ts';
import { cyclePageRows } from './adapters/cycle-rows.ts';
import { deskRows } from './adapters/desk-rows.ts';
import { draftingRows } from './adapters/drafting-rows.ts';
import { forumOfRows } from './adapters/forum-of-rows.ts';
import { forumPageRows } from './adapters/forum-rows.ts';
import { institutionRows } from './adapters/institution-rows.ts';
import { dataRows } from './adapters/open-data/data-rows.ts';
import { proposalRows } from './adapters/proposal-rows.ts';
import { searchRows } from './adapters/search-rows.ts';
import { tableRows } from './adapters/table-rows.ts';
import { nameOn } from './domain/name-on.ts';
import { browse } from './queries/browse.ts';
import { commitment } from './queries/commitments.ts';
import { contribution, contributions } from './queries/contributions.ts';
import { cycle } from './queries/cycle.ts';
import { desk } from './queries/desk.ts';
import { drafting } from './queries/drafting.ts';
import { forum } from './queries/forum.ts';
import { institution, institutionsBeside } from './queries/institution.ts';
import { openData } from './queries/open-data.ts';
import { proposal, proposals } from './queries/proposals.ts';
import { search } from './queries/search.ts';
import type { Site } from './queries/site.ts';
import { table } from './queries/table.ts';

/** Opens the read model for the public pages. `wallNow` gives the instant where a forum has no clock of its own. */
export const openSite = (database: Database, wallNow = () => new Date().toISOString()): Site => {
  const forums = forumPageRows(database, wallNow);
  const cycles = cyclePageRows(database, wallNow);
  const proposalsIn = proposalRows(database);
  const contributionsIn = contributionRows(database);
  const commitments = commitmentPageRows(database);
  const institutions = institutionRows(database);
  const searching = searchRows(database);
  return {
    forum: (id) => forum(forums, id),
    forumOf: forumOfRows(database),
    forumAt: (id) => forums.forumBy(id),
    nationalForums: () => tableRows(database, wallNow).nationalForums(200),
    table: (forumId, today) => table(tableRows(database, wallNow), forumId, today),
    cycle: (id) => cycle(cycles, id),
    datedMatters: cycles.datedMatters,
    place: async (cycleId) => {
      const found = await cycles.cycleBy(cycleId);
      const of = found && (await cycles.forumBy(found.forumId));
      if (!found || !of) return undefined;
      const { id, name, zone, now, rehearsal } = of;
      return {
        forum: { id, name, zone },
        cycle: { id: found.id, name: found.name },
        today: dayOf(now, zone),
        rehearsal,
      };
    },
    proposals: (cycleId, filter, cursor, take) => proposals(proposalsIn, cycleId, filter, cursor, take),
    proposalThemes: proposalsIn.proposalThemes,
    proposal: (id) => proposal(proposalsIn, id),
    contributions: (cycleId, filter, cursor, take) =>
      contributions(contributionsIn, cycleId, filter, cursor, take),
    contributionThemes: contributionsIn.themesOf,
    contribution: (id) => contribution(contributionsIn, id),
    commitment: (id, today) => commitment(commitments, id, today),
    cycleOfCommitment: async (id) => (await commitments.commitmentBy(id))?.cycleId,
    institution: (id) => institution(institutions, id, dayOf(wallNow(), 'UTC')),
    institutionName: async (id) =>
      nameOn((await institutions.namesOf([id])).get(id) ?? [], dayOf(wallNow(), 'UTC')),
    commitmentName: async (id) => (await commitments.commitmentBy(id))?.title,
    duty: institutions.dutyBy,
    dutyTurns: (id) => institutions.turnsOf(id, 100),
    answeredBy: institutions.answeredBy,
    milestonesLed: institutions.milestonesLed,
    commitmentsLed: institutions.ledIn,
    commitmentsWith: institutions.commitmentsWith,
    institutions: (forumId) => institutions.allInstitutions(500, forumId),
    openData: (set, scope) => openData(dataRows(database), set, scope),
    institutionsBeside: (after) => institutionsBeside(institutions, dayOf(wallNow(), 'UTC'), after),
    ballot: cycles.ballotBy,
    ballotSeats: cycles.ballotSeats,
    browse: (cycleId, today) => browse(browseRows(database), cycleId, today),
    console: consoleRows(database),
    desk: desk(deskRows(database)),
    drafting: drafting(draftingRows(database)),
    search: (asked, from) => search(searching, asked, from),
  };
};
