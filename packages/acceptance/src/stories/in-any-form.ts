/** The bytes a text may lie in on disk: as UTF-8, as UTF-16, and within base64 at each of its three alignments. */
export const inAnyForm = (text: string): readonly Uint8Array[] => {
  const bytes = Buffer.from(text, 'utf8');
  const within64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // What its neighbours share in the first and last group of four is cut off.
    return Buffer.from(encoded.slice(before === 0 ? 0 : 4, -4), 'latin1');
  });
  return [bytes, Buffer.from(text, 'utf16le'), ...within64];
};
