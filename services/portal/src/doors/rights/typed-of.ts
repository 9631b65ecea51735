import type { FastifyRequest } from 'fastify';
import type { Typed } from '../../pages/kit/form.tsx';

/** What a form sent, as it was typed; nothing of a file. */
export const typedOf = ({ body }: FastifyRequest): Typed =>
  Object.fromEntries(
    Object.entries((body ?? {}) as object).flatMap(
      ([name, value]): [string, string | readonly string[]][] => {
        if (typeof value === 'string') return [[name, value]];
        return Array.isArray(value) ? [[name, value.filter((one) => typeof one === 'string')]] : [];
      },
    ),
  );
