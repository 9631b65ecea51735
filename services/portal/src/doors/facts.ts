import { connectNats, type FactReader, factReader } from '@madang/messaging';

/** Whose facts the portal hears; the facts of people are nobody's business here. */
const SOURCES = ['forums', 'commitments', 'ministries'] as const;

/** The portal's way to the facts: one reader for each source. */
export const openFacts = async (
  url: string,
  passwords: Readonly<Record<string, string>>,
): Promise<{ readonly inlets: readonly FactReader[]; readonly close: () => Promise<void> }> => {
  const connection = await connectNats({
    url,
    user: 'portal-events',
    password: passwords['portal-events'] ?? '',
  });
  return {
    inlets: await Promise.all(SOURCES.map((source) => factReader(connection, source))),
    close: () => connection.drain(),
  };
};
