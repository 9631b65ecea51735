import type { Answer, Issue, Refusal } from '@madang/contracts';
import type { FastifyReply } from 'fastify';

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is wrong',
  401: 'Sign in first',
  403: 'Not permitted',
  404: 'Unknown',
  405: 'Another method is meant',
  409: 'Refused by a rule',
  413: 'Too large',
  415: 'Send JSON',
  422: 'The command id was used for another command',
  429: 'Too many requests',
  503: 'Not now',
};

/** An RFC 9457 problem. */
export const problem = (
  status: number,
  more: {
    readonly code: string;
    readonly facts?: Refusal['facts'];
    readonly remedy?: string;
    readonly issues?: readonly Issue[];
  },
) => ({
  type: `urn:madang:problem:${more.code}`,
  title: TITLES[status] ?? 'Problem',
  status,
  ...more,
});

export const sendProblem = (
  reply: FastifyReply,
  status: number,
  more: Parameters<typeof problem>[1],
): FastifyReply => reply.code(status).type('application/problem+json').send(problem(status, more));

/** Sends what a service answered that was no yes. */
export const sendRefused = (reply: FastifyReply, answer: Exclude<Answer, { status: 200 }>): FastifyReply => {
  if (answer.status === 400)
    return sendProblem(reply, 400, {
      code: 'invalid',
      issues: answer.issues,
      remedy: 'Mend what the issues name and ask again.',
    });
  if (answer.status === 503) reply.header('retry-after', String(answer.retryAfter));
  const { code, facts, remedy } = answer.refusal;
  return sendProblem(reply, answer.status, { code, facts, remedy });
};
