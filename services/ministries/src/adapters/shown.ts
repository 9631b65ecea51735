import type { ObligationRow } from '@madang/contracts';
import type { ObligationRow as Row } from './generated/prisma/client.ts';

/** A row as the queries show it: its words are the contract's, written by own projections alone. */
export const shown = ({ id, subject, ladder, ...row }: Row): ObligationRow => ({
  obligationId: id,
  forumId: row.forumId,
  cycleId: row.cycleId,
  institutionId: row.institutionId,
  actingInstitutionId: row.actingInstitutionId,
  obligationKind: row.obligationKind as ObligationRow['obligationKind'],
  subject: subject as ObligationRow['subject'],
  state: row.state as ObligationRow['state'],
  dueOn: row.dueOn,
  lastRung: row.lastRung as ObligationRow['lastRung'],
  late: row.late,
  silent: row.silent,
  extensionAsked: row.extensionAsked,
  ladderVersion: row.ladderVersion,
  ladder: ladder as ObligationRow['ladder'],
});
