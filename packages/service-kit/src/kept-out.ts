const KEPT_OUT = '[kept out]';

/** Under these, at whatever depth, stands what people wrote, who they are, where they live, or what opens a door. */
const PRIVATE =
  /^(bod(y|ies)|text|word|title|comment|reason|remark|note|question|message|msg|name|\w+_?name|given|family|mail|e-?mail|address|street|phone|tel|birth\w*|person\w*|contributor\w*|account\w*|actor\w*|author\w*|user\w*|headers?|cookies?|params|query|url|href|link|search|payload|raw|data|value|\w*(pass|pwd|password|secret|token|credential|cookie|key)\w*|auth\w*|session\w*)s?$/i;
/** Codes, ids, versions, instants and places in code: what people write and what is secret looks otherwise. */
const CODE = /^[\w.:/+-]{0,120}$/;
const STACK_LINE = /^at [\x21-\x7e ]+:\d+:\d+\)?$/;
/** Under these a sentence of a program may stand, in its own letters. */
const SENTENCES: readonly string[] = ['temporal'];
const SENTENCE = /^(?!.*[@=])[\x20-\x7e]{0,200}$/;
/** Deeper, longer or wider, nobody reads it. */
const [DEEPEST, WIDEST] = [6, 50];

/** What was drawn by chance, and names nothing: no uuid and no trace, which are of small hexadecimal digits. */
const isDrawn = (text: string): boolean =>
  (text.match(/[\w+/=-]{20,}/g) ?? []).some(
    (run) => /[A-Z]/.test(run) && /[a-z]/.test(run) && /\d/.test(run),
  );

const isPlain = (value: object): boolean => {
  const made = Object.getPrototypeOf(value) as unknown;
  return made === null || made === Object.prototype;
};

/** A sentence that a program wrote itself: printable ASCII, no address, no assignment, and not long. */
export const ownWords = (text: string): string => (SENTENCE.test(text) && !isDrawn(text) ? text : KEPT_OUT);

/** What a log may say of a fault: its kind and code, not its message, which may repeat what somebody wrote. */
export const faultFacts = (fault: unknown): Record<string, unknown> => {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = (fault as { code?: unknown }).code;
  const { stack = '', message } = fault;
  const after = message === '' ? stack : stack.slice(stack.indexOf(message) + message.length);
  return {
    fault: fault.name,
    code: typeof code === 'string' ? code : undefined,
    at: after
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => STACK_LINE.test(line))
      .slice(0, 3),
  };
};

const cleanText = (key: string, text: string): string => {
  if (key === 'at' && STACK_LINE.test(text)) return text;
  if (SENTENCES.includes(key)) return ownWords(text);
  return CODE.test(text) && !isDrawn(text) ? text : KEPT_OUT;
};

const cleanValue = (key: string, value: unknown, depth: number): unknown => {
  if (value === null || ['number', 'boolean', 'undefined'].includes(typeof value)) return value;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'string') return cleanText(key, value);
  if (typeof value !== 'object' || depth >= DEEPEST) return KEPT_OUT;
  if (value instanceof Error) return cleanObject(faultFacts(value), depth + 1);
  if (Array.isArray(value)) return value.slice(0, WIDEST).map((one) => cleanValue(key, one, depth + 1));
  return isPlain(value) ? cleanObject(value, depth + 1) : KEPT_OUT;
};

const cleanObject = (object: object, depth: number): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object)
      .slice(0, WIDEST)
      .map(([key, value]) => {
        if (!CODE.test(key) || isDrawn(key)) return ['…', KEPT_OUT];
        if (value !== undefined && PRIVATE.test(key)) return [key, KEPT_OUT];
        return [key, cleanValue(key, value, depth)];
      }),
  );

/** Facts as a log may hold them: codes, ids and counts; whatever may be a person's words, address or secret is cut, however deep it lies. */
export const keptOut = (facts: object): Record<string, unknown> => cleanObject(facts, 0);
