import type { Answer, Issue, ParseError } from '@madang/contracts';

/** A zod error as issues with JSON-pointer-like paths; never with the value that was sent. */
export const issuesOf = (error: ParseError, under = ''): readonly Issue[] =>
  error.issues.map((issue) => ({
    path: [under, ...issue.path.map(String)].filter(Boolean).join('/'),
    code: issue.code ?? 'invalid',
    message: issue.message.slice(0, 200),
  }));

export const invalid = (issues: readonly Issue[]): Answer => ({ status: 400, issues });

export const notPermitted = (roles: readonly string[]): Answer => ({
  status: 403,
  refusal: {
    code: 'not-permitted',
    facts: { roles: roles.join(',') },
    remedy: 'This asks for another role; ask the secretariat of the forum.',
  },
});
