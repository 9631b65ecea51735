const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bWhale\//, 'Whale'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/** The family of a browser by what it calls itself, so that somebody knows their own; empty for programs. Order matters: most say they are Safari too. */
export const browserOf = (userAgent: string | undefined): string =>
  FAMILIES.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? '';
