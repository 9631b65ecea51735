import { randomUUID } from 'node:crypto';
import { url } from './site-at-hand.ts';

/** Asks the API as the secretariat. */
export const asSecretariat = async (): Promise<(path: string, body: object) => Promise<number>> => {
  const json = { 'content-type': 'application/json' };
  const signIn = { personId: randomUUID(), roles: ['secretariat'] };
  const answer = await fetch(url('/sign-in'), {
    method: 'POST',
    headers: json,
    body: JSON.stringify(signIn),
  });
  const { token } = (await answer.json()) as { readonly token: string };
  const headers = { ...json, authorization: `Bearer ${token}` };
  return async (path, body) =>
    (await fetch(url(path), { method: 'POST', headers, body: JSON.stringify(body) })).status;
};
/** Who holds a post of an institution. */
export const holderOf = async (institutionId: string): Promise<string> => {
  const answer = await fetch(
    url(`/api/ministries/institution-on?institutionId=${institutionId}&on=2099-01-01`),
  );
  const { posts } = (await answer.json()) as { readonly posts: readonly { readonly personId: string }[] };
  return posts[0]?.personId ?? '';
};
