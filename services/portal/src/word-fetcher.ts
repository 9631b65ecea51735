import type { ReadPublic, WordRows } from './queries/words.ts';

/** As many as a service gives at once. */
const AT_ONCE = 200;
/** Milliseconds between two looks when nothing is wanted. */
const PAUSE = 500;

/**
 * Fetches the words of public texts from the services that hold them, as somebody who has not signed in, so nothing that is
 * not public can come into the read model. @returns `nudge` looks at once, `stop` ends after what is under way
 */
export const fetchWords = (
  rows: WordRows,
  read: ReadPublic,
  onFault: (fault: unknown) => void,
): { readonly nudge: () => void; readonly stop: () => Promise<void> } => {
  let running = true;
  let wake = (): void => undefined;
  const round = async (): Promise<number> => {
    await rows.cleanWords();
    const wanted = await rows.wantedTexts(AT_ONCE);
    for (const [source, texts] of Map.groupBy(wanted, (one) => one.source)) {
      const found = await read(
        source,
        texts.map((one) => one.textId),
      );
      await rows.keepWords(texts.map((one) => ({ ...one, words: found.get(one.textId) ?? null })));
    }
    if (wanted.length === 0 && !(await rows.hasWords())) await rows.wantLostWords();
    return wanted.length;
  };
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, PAUSE);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (running) {
      const done = await round().catch((fault: unknown) => {
        onFault(fault);
        return 0;
      });
      if (done < AT_ONCE && running) await rest();
    }
  };
  const ended = rows
    .wantLostWords()
    .catch(onFault)
    .then(() => run());
  return {
    nudge: () => wake(),
    stop: async () => {
      running = false;
      wake();
      await ended;
    },
  };
};
