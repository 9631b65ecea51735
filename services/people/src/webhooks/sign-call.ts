import { forumClocks, type RecordContext } from '@madang/record';
import { Webhook } from 'standardwebhooks';
import type { CallingRows, NextCall } from '../adapters/webhook-rows.ts';

/**
 * The signatures of a call, under the secret that holds and, in the overlap after a rotation, under the former one too.
 * Nothing when the secret was erased.
 */
export const signCall = async (
  context: RecordContext,
  rows: CallingRows,
  { call, webhook }: NextCall,
  at: Date,
  body: string,
): Promise<string | undefined> => {
  const clocks = await forumClocks(context.database, [webhook.forumId], context.wallNow());
  const formerHolds = (webhook.formerUntil ?? '') > (clocks(webhook.forumId) ?? context.wallNow());
  const textIds = [webhook.secretTextId, ...(formerHolds ? [webhook.formerSecretTextId] : [])];
  const secrets = await Promise.all(textIds.map((id) => (id ? rows.textOf(id) : null)));
  const signed = secrets.flatMap((one) => (one ? [new Webhook(one).sign(call.id, at, body)] : []));
  return signed.length > 0 ? signed.join(' ') : undefined;
};
