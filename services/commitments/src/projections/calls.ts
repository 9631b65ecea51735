import { CallClosed, CallOpened, type DataOf } from '@madang/contracts';
import { projection } from '@madang/decider';

export type CallRows = {
  readonly putCalls: (calls: readonly DataOf<typeof CallOpened>[]) => Promise<void>;
  readonly closeCalls: (callIds: readonly string[]) => Promise<void>;
};

export const callProjections = [
  projection(CallOpened, (rows: CallRows, facts) => rows.putCalls(facts.map((fact) => fact.data))),
  projection(CallClosed, (rows: CallRows, facts) => rows.closeCalls(facts.map((fact) => fact.data.callId))),
];
