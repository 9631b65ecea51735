import { ConsultationSealed, SignOffsSealed } from '@madang/contracts';
import { copy } from '@madang/decider';

export type GateWriter = {
  readonly openGate: (
    cycleId: string,
    gate: 'sealed' | 'signed-off',
    counts?: { readonly accepted: number; readonly answered: number; readonly waived: number },
  ) => Promise<void>;
};

export const copySealed = copy(ConsultationSealed, async (rows: GateWriter, facts) => {
  for (const { data } of facts) await rows.openGate(data.cycleId, 'sealed', data);
});
export const copySignedOff = copy(SignOffsSealed, async (rows: GateWriter, facts) => {
  for (const { data } of facts) await rows.openGate(data.cycleId, 'signed-off');
});
