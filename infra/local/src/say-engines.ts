import { enginesInWords } from './engines/engines-in-words.ts';

/** Says in one line on which engines what follows runs. */
console.log(
  `engines: ${await enginesInWords().catch((fault: unknown) => (fault instanceof Error ? fault.message : fault))}`,
);
