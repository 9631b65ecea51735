import { randomUUID } from 'node:crypto';
import { until } from '@madang/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { ministriesPlace } from './skeleton/ministries-place.ts';

const place = await ministriesPlace();
const {
  forumId,
  secretariat,
  process,
  words,
  portal,
  commitments,
  ask,
  standing,
  tellOfCommitment,
  register,
  imposition,
} = place;
afterAll(() => place.close());

describe('a duty to report', () => {
  const on = '2026-02-01';
  const put = async (cycleId: string, leads: readonly string[], state = 'adopted') => {
    const commitmentId = randomUUID();
    const milestones = leads.map((leadInstitutionId) => ({ milestoneId: randomUUID(), leadInstitutionId }));
    await tellOfCommitment('drafted', commitmentId, { cycleId, draft: { milestones } });
    if (state === 'adopted') await tellOfCommitment('adopted', commitmentId, { cycleId, version: 1, on });
    const milestoneIds = milestones.map(({ milestoneId }) => milestoneId);
    return {
      commitmentId,
      report: (at: number, windowId: string, day = on) =>
        tellOfCommitment('progress-reported', commitmentId, {
          ...{ windowId, milestoneId: milestoneIds[at], on: day, completion: 'complete', evidence: [] },
        }),
    };
  };
  const owe = async (institutionId: string, cycleId: string, windowId: string): Promise<string> => {
    const body = imposition(institutionId, cycleId, 'progress-report');
    await ask('impose-obligation', { ...body, subject: { windowId, commitmentIds: [] } }, process);
    return body.obligationId;
  };
  const heard = async () => {
    const head = await commitments.head();
    await until(
      async () =>
        (
          await portal.query({
            ...{ type: 'ministries.obligations-of.v1', actor: secretariat, after: { commitments: head } },
            body: { cycleId: forumId },
          })
        ).status === 200,
      { within: 10_000, what: 'the reports to be heard' },
    );
  };

  it('is discharged by the report that completes it, and by no other', async () => {
    const [cycleId, windowId, other] = [randomUUID(), randomUUID(), randomUUID()];
    const [mine, theirs] = [await register(), await register()];
    const one = await put(cycleId, [mine, mine, theirs]);
    const two = await put(cycleId, [mine]);
    await put(cycleId, [mine], 'draft');
    const [duty, dutyOfOthers] = [await owe(mine, cycleId, windowId), await owe(theirs, cycleId, windowId)];
    const next = await owe(mine, cycleId, other);
    await one.report(0, windowId);
    await one.report(0, windowId);
    await two.report(0, windowId);
    await one.report(1, other);
    await heard();
    expect((await standing(duty)).state).toBe('open');
    await one.report(1, windowId);
    await heard();
    expect(await standing(duty)).toMatchObject({ state: 'discharged', late: false });
    expect([(await standing(dutyOfOthers)).state, (await standing(next)).state]).toEqual(['open', 'open']);
  });

  it('is late by the day of the report, and asks nothing of what was withdrawn', async () => {
    const [cycleId, windowId, mine] = [randomUUID(), randomUUID(), await register()];
    const kept = await put(cycleId, [mine]);
    const gone = await put(cycleId, [mine]);
    const duty = await owe(mine, cycleId, windowId);
    await tellOfCommitment('withdrawn', gone.commitmentId, { cycleId, authority: 'plenary' });
    await kept.report(0, windowId, '2099-03-11');
    await heard();
    expect(await standing(duty)).toMatchObject({ state: 'discharged', late: true });
  });

  it('that was returned is discharged by the next report', async () => {
    const [cycleId, windowId, mine] = [randomUUID(), randomUUID(), await register()];
    const { report } = await put(cycleId, [mine, mine]);
    const duty = await owe(mine, cycleId, windowId);
    for (const at of [0, 1]) await report(at, windowId);
    await heard();
    await ask('return-obligation', { obligationId: duty, dueOn: '2099-05-01', reason: words });
    expect((await standing(duty)).state).toBe('open');
    await report(1, windowId);
    await heard();
    expect((await standing(duty)).state).toBe('discharged');
  });
});
