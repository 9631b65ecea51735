import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file that never changes under its address. */
export type Asset = { readonly path: string; readonly text: string; readonly type: string };

/** The design tokens of the Korean government's design system that the style names, and no others. */
const tokensFor = (style: string): string => {
  const root = dirname(createRequire(import.meta.url).resolve('krds-uiux/package.json'));
  const all = readFileSync(join(root, 'resources/css/token/krds_tokens.css'), 'utf8');
  const values = new Map(
    [...all.matchAll(/(--krds-[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value.trim(),
    ]),
  );
  const wanted = [...new Set(style.match(/--krds-[\w-]+/g) ?? [])];
  const missing = wanted.filter((name) => !values.has(name));
  if (missing.length > 0) throw new Error(`the design system has no ${missing.join(', ')}`);
  return `:root{${wanted.map((name) => `${name}:${values.get(name)}`).join(';')}}`;
};

const own = readFileSync(new URL('./style.css', import.meta.url), 'utf8');
const text = `${tokensFor(own)}\n${own}`;

/** The style of every page, named after what is in it. */
export const styleSheet: Asset = {
  path: `/assets/style-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.css`,
  text,
  type: 'text/css; charset=utf-8',
};
