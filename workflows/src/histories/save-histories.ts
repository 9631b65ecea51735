import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { mostVaried } from './most-varied.ts';

export const processTypes = [
  'actionPlanCycle',
  'approval',
  'consultation',
  'drafting',
  'forumCalendar',
  'monitoring',
  'obligation',
  'response',
] as const;

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

/** What a process was told on its way: the types of its facts, and the other signals by their names. */
const wayOf = (history: History): readonly string[] =>
  (history.events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signalled }) => {
    if (!signalled) return [];
    const [payload] = signalled.input?.payloads ?? [];
    const told = payload ? (defaultPayloadConverter.fromPayload(payload) as { readonly type?: string }) : {};
    return [told.type ?? String(signalled.signalName)];
  });

/**
 * Saves histories of each process into a folder for the replay specs, in place of those of the same label; of many, those
 * that differ most in what happened to them. Histories hold ids, dates and stages, so they can be kept.
 */
export const saveHistories = async (
  client: Client,
  { folder, label, most }: { readonly folder: string; readonly label: string; readonly most: number },
): Promise<readonly string[]> => {
  mkdirSync(folder, { recursive: true });
  const own = new RegExp(`^[A-Za-z]+-${label}-\\d+-`);
  for (const old of readdirSync(folder)) if (own.test(old)) rmSync(`${folder}/${old}`);
  const saved: string[] = [];
  for (const type of processTypes) {
    const found: { readonly status: string; readonly history: History; readonly way: readonly string[] }[] =
      [];
    for await (const { workflowId, runId, status } of client.workflow.list({
      query: `WorkflowType = "${type}"`,
    })) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const ended = status.name.toLowerCase().replaceAll('_', '');
      found.push({ status: ended, history, way: [ended, ...wayOf(history)] });
    }
    for (const [at, { status, history }] of mostVaried(found, most).entries()) {
      const file = `${type}-${label}-${String(at + 1).padStart(2, '0')}-${status}.json.gz`;
      writeFileSync(`${folder}/${file}`, gzipSync(historyToJSON(history), { level: 9 }));
      saved.push(file);
    }
  }
  return saved;
};
