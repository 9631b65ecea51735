import { Effect, Issue, Refusal, ServiceName } from '@madang/contracts';
import { z } from 'zod';

const Accepted = z.object({
  source: ServiceName.optional(),
  sequence: z.int().optional(),
  effects: z.array(Effect),
});
const Problem = z.object({
  code: z.string().optional(),
  facts: Refusal.shape.facts.optional(),
  remedy: z.string().optional(),
  detail: z.string().optional(),
  title: z.string().optional(),
  issues: z.array(Issue.partial()).optional(),
});
export type Problem = z.output<typeof Problem>;

/** What the portal said to a command. */
export type Said =
  | {
      readonly status: 200;
      readonly source: ServiceName;
      readonly sequence: number;
      readonly effects: readonly Effect[];
    }
  | { readonly status: number; readonly problem: Problem };

export const isAccepted = (said: Said): said is Extract<Said, { status: 200 }> => said.status === 200;

/** Reads the portal's answer; `service` and the header stand in where the body does not say. */
export const readSaid = (status: number, text: string, service: ServiceName, header: string | null): Said => {
  const body: unknown = text === '' ? {} : JSON.parse(text);
  if (status >= 200 && status < 300) {
    const { source, sequence, effects } = Accepted.parse(body);
    return {
      status: 200,
      source: source ?? service,
      sequence: sequence ?? Number(/\d+/.exec(header ?? '')?.[0] ?? 0),
      effects,
    };
  }
  return { status, problem: Problem.parse(body) };
};
