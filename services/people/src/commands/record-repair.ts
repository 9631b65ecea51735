import { RecordRepair, RepairRecorded } from '@madang/contracts';
import { accepted, alreadySo, answers, happened } from '@madang/decider';
import { repair } from '../domain/repair.ts';

export const recordRepair = answers(RecordRepair, {
  on: (body) => repair.ref(body.repairId),
  ofNoForum: true,
  decide: ({ body, actor }, { self }) =>
    self
      ? alreadySo()
      : accepted(happened(repair.ref(body.repairId), RepairRecorded, { ...body, personId: actor.id })),
});
