import { Zip, ZipDeflate } from 'fflate';

export type ZipEntry = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/** Files as one ZIP that is written while they are read: memory does not grow with them. */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  let out: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else out.push(chunk);
  });
  const taken = (): readonly Uint8Array[] => {
    if (fault) throw fault;
    const chunks = out;
    out = [];
    return chunks;
  };
  for (const { name, bytes } of entries) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    for await (const chunk of bytes) {
      entry.push(chunk);
      yield* taken();
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
