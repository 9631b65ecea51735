import { After } from '@madang/contracts';

/** `After: forums=12, commitments=4`. @returns `undefined` for a header that cannot be read */
export const readAfter = (header: string | undefined): After | undefined => {
  if (!header) return {};
  const pairs = header.split(',').map((part) => part.trim().split('='));
  const parsed = After.safeParse(
    Object.fromEntries(pairs.map(([source, sequence]) => [source, Number(sequence)])),
  );
  return parsed.success ? parsed.data : undefined;
};

/** `If-Match: "3"`. @returns the version, `null` for none, `undefined` for a header that cannot be read */
export const readExpects = (header: string | undefined): number | null | undefined => {
  if (!header) return null;
  const version = Number(header.replaceAll('"', ''));
  return Number.isInteger(version) && version >= 0 ? version : undefined;
};
