import { commitmentHistoryCopies } from './copies/commitment-history.ts';
import { commitmentCopies } from './copies/commitments.ts';
import { consultationCopies } from './copies/consultations.ts';
import { contributionCopies } from './copies/contributions.ts';
import { cycleCopies } from './copies/cycles.ts';
import { dutyTurnCopies } from './copies/duty-turns.ts';
import { forumCopies } from './copies/forums.ts';
import { institutionCopies } from './copies/institutions.ts';
import { moderatedProposalCopies } from './copies/moderated-proposals.ts';
import { nameCopies } from './copies/names.ts';
import { obligationCopies } from './copies/obligations.ts';
import { officeCopies } from './copies/offices.ts';
import { proposalCopies } from './copies/proposals.ts';
import { tableCopies } from './copies/table.ts';
import { textCopies } from './copies/texts.ts';
import { publicCommands, publicQueries } from './doors/api/routes.ts';

// Texts and positions are answered by every service through the kit; they are not drawn one by one.
const byTheKit =
  /\.(publish-texts|translate-text|check-translation|correct-text|withdraw-text|read-texts|facts-of|facts-of-forum|parked-facts|positions|replay-parked)\.v1$/;
const types = [...publicCommands, ...publicQueries]
  .map((one) => one.type)
  .filter((type) => !byTheKit.test(type));

/** What the read model is made from, by source. Copies of different sources write different rows. */
export const hears = {
  forums: [...forumCopies, ...cycleCopies, ...tableCopies, ...nameCopies.forums, ...textCopies('forums')],
  commitments: [
    ...consultationCopies,
    ...commitmentCopies,
    ...proposalCopies,
    ...moderatedProposalCopies,
    ...contributionCopies,
    ...commitmentHistoryCopies,
    ...nameCopies.commitments,
    ...textCopies('commitments'),
  ],
  ministries: [
    ...institutionCopies,
    ...officeCopies,
    ...obligationCopies,
    ...dutyTurnCopies,
    ...nameCopies.ministries,
    ...textCopies('ministries'),
  ],
};

/** The door: whom it asks, and what it hears for its pages. It answers and tells nothing. */
export const service = {
  name: 'portal',
  asks: types,
  answers: [],
  tells: [],
  hears: Object.entries(hears).map(([source, copies]) => ({
    source,
    types: copies.map(({ event }) => event.type).filter((type) => !type.includes('.text.')),
  })),
};
