import type { Visibility } from '@madang/contracts';
import type { DutyTurnRow } from './duty-turn-row.ts';

type Name = { readonly ko: string; readonly en: string };

/** Rows of the public site, as they are named in the schema; days and instants as the facts give them. */
export type PublicRows = {
  readonly proposalRow: {
    readonly id: string;
    readonly forumId: string;
    readonly cycleId: string;
    readonly state: 'received' | 'merged' | 'split' | 'declined' | 'part-of' | 'set-aside';
    readonly theme: string | null;
    readonly channel: string | null;
    readonly contributorKind: string;
    readonly receivedOn: string | null;
    readonly titleTextId: string;
    readonly bodyTextId: string | null;
    readonly reasonCode: string | null;
    readonly reasonTextId: string | null;
    readonly appeal: 'open' | 'upheld' | 'restored' | null;
    readonly appealTextId: string | null;
    readonly sequence: number;
  };
  readonly proposalLink: {
    readonly fromId: string;
    readonly how: 'merged-into' | 'split-into' | 'part-of';
    readonly toId: string;
  };
  readonly commitmentVersion: {
    readonly commitmentId: string;
    readonly version: number;
    readonly how: 'drafted' | 'revised' | 'amended';
    readonly on: string;
    readonly draft: object;
    readonly reasonTextId: string | null;
  };
  readonly versionCause: {
    readonly commitmentId: string;
    readonly version: number;
    readonly causeId: string;
  };
  readonly contributionRow: {
    readonly id: string;
    readonly consultationId: string;
    readonly cycleId: string;
    readonly commitmentId: string;
    readonly clause: string | null;
    readonly contributorKind: string;
    readonly channel: string;
    readonly receivedOn: string;
    readonly textId: string;
    readonly state: 'accepted' | 'set-aside' | 'answered' | 'waived';
    readonly reasonCode: string | null;
    readonly theme: string | null;
    readonly outcome: string | null;
    readonly responseId: string | null;
    readonly waivedTextId: string | null;
    readonly clusterId: string | null;
    readonly draftId: string | null;
    readonly appeal: 'open' | 'upheld' | 'restored' | null;
    readonly appealTextId: string | null;
    readonly sequence: number;
  };
  readonly moderationRow: {
    readonly sequence: number;
    readonly consultationId: string | null;
    readonly contributionId: string | null;
    readonly cycleId: string | null;
    readonly proposalId: string | null;
    readonly what: 'set-aside' | 'restored' | 'appealed' | 'upheld' | 'allowed';
    readonly reasonCode: string | null;
    readonly reasonTextId: string | null;
    readonly on: string;
  };
  readonly clusterRow: {
    readonly id: string;
    readonly consultationId: string;
    readonly theme: string;
    readonly sequence: number;
  };
  readonly responseRow: {
    readonly id: string;
    readonly consultationId: string;
    readonly outcome: string;
    readonly reasonTextId: string;
    readonly changed: readonly string[];
    readonly releasedOn: string | null;
    readonly authority: string | null;
    readonly clusterId: string | null;
    readonly covers: number;
    readonly sequence: number;
  };
  readonly reportRow: {
    readonly commitmentId: string;
    readonly milestoneId: string;
    readonly windowId: string;
    readonly on: string;
    readonly completion: string;
    readonly progressTextId: string;
    readonly challengesTextId: string | null;
    readonly evidence: readonly object[];
  };
  readonly evidenceRow: {
    readonly id: string;
    readonly commitmentId: string;
    readonly milestoneId: string;
    readonly evidence: object;
    readonly on: string;
  };
  readonly dutyTurn: DutyTurnRow;
  readonly callRow: {
    readonly id: string;
    readonly cycleId: string;
    readonly closesAt: string;
    readonly state: 'open' | 'closed';
  };
  readonly windowRow: {
    readonly id: string;
    readonly cycleId: string;
    readonly number: number;
    readonly fromDay: string;
    readonly untilDay: string;
    readonly closesAt: string;
    readonly state: 'open' | 'closed';
    readonly authority: string | null;
    readonly noticeOn: string | null;
    readonly reasonTextId: string | null;
  };
  readonly meetingRow: {
    readonly id: string;
    readonly forumId: string;
    readonly kind: string;
    readonly startsAt: string;
    readonly heldOn: string | null;
    readonly attendance: number | null;
    readonly cancelled: boolean;
    readonly openToPublic: boolean;
    readonly agendaTextId: string | null;
    readonly minutesTextId: string | null;
  };
  readonly seatHeld: {
    readonly forumId: string;
    readonly seatId: string;
    readonly organisation: Name;
    readonly position: string;
  };
  readonly seatTerm: {
    readonly forumId: string;
    readonly seatId: string;
    readonly fromDay: string;
    readonly untilDay: string;
    readonly ended: 'handed-over' | 'vacated' | null;
    readonly reasonCode: string | null;
  };
  readonly rulesRow: {
    readonly forumId: string;
    readonly version: number;
    readonly adoptedOn: string;
    readonly rules: object;
    readonly textId: string | null;
  };
  readonly ballotRow: {
    readonly id: string;
    readonly forumId: string;
    readonly cycleId: string | null;
    readonly matter: string;
    readonly heldOn: string;
    readonly closesOn: string;
    readonly outcome: object | null;
  };
  readonly ballotSeat: {
    readonly ballotId: string;
    readonly seatId: string;
    readonly did: 'cast' | 'recused' | null;
  };
  readonly decisionRow: {
    readonly id: string;
    readonly forumId: string;
    readonly cycleId: string | null;
    readonly meetingId: string | null;
    readonly ballotId: string | null;
    readonly matter: string;
    readonly decidedOn: string;
    readonly textId: string;
    readonly dissent: number;
  };
  readonly deadlineMove: {
    readonly cycleId: string;
    readonly version: number;
    readonly stage: string;
    readonly stages: readonly object[];
    readonly authority: string;
    readonly noticeOn: string;
    readonly reasonTextId: string;
  };
  readonly publicMoment: {
    readonly cycleId: string;
    readonly id: string;
    readonly kind:
      | 'outreach'
      | 'opportunity'
      | 'suspended'
      | 'resumed'
      | 'stage'
      | 'submitted'
      | 'repository';
    readonly on: string;
    readonly what: string;
    readonly link: string | null;
    /** Whom an outreach was for. */
    readonly audience: string | null;
  };
  readonly timetableVersion: {
    readonly cycleId: string;
    readonly version: number;
    readonly stages: readonly object[];
  };
  readonly withdrawalRow: {
    readonly commitmentId: string;
    readonly cycleId: string;
    readonly on: string;
    readonly authority: string;
    readonly reasonTextId: string;
  };
  readonly riskRow: {
    readonly forumId: string;
    readonly requirement: string;
    readonly dueOn: string;
    readonly risk: 'approaching' | 'missed';
  };
  readonly workingGroupRow: {
    readonly id: string;
    readonly forumId: string;
    readonly name: Name;
    readonly people: number;
    readonly dissolvedOn: string | null;
  };
  readonly groupMember: {
    readonly groupId: string;
    readonly personId: string;
    readonly seatId: string | null;
    readonly sector: string;
  };
  readonly institutionRow: {
    readonly id: string;
    readonly forumId: string;
    readonly code: string;
    readonly kind: string;
    readonly fromDay: string;
    readonly succeededOn: string | null;
    readonly succeededHow: string | null;
    readonly obligationsTo: string | null;
  };
  readonly postRow: {
    readonly id: string;
    readonly institutionId: string;
    readonly title: Name;
    readonly level: number;
    readonly heldFrom: string;
  };
  readonly textRow: {
    readonly textId: string;
    readonly source: string;
    readonly forumId: string;
    readonly subjectKind: string;
    readonly subjectId: string;
    readonly role: string;
    readonly lang: string;
    readonly visibility: Visibility;
    readonly withdrawn: boolean;
    readonly erased: boolean;
    readonly contributorId: string | null;
    readonly translationOf: string | null;
    readonly checked: boolean;
    readonly at: string;
    readonly wanted: number | null;
  };
  readonly textWords: { readonly textId: string };
  readonly wordsToClean: { readonly source: string; readonly sequence: number };
};
export type PublicTable = keyof PublicRows;
