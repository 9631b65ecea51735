import { type ComponentChildren, h, type VNode } from 'preact';
import { render } from 'preact-render-to-string';
import type { CycleView, ForumView, Standing } from './standing.ts';
import { type Lang, words } from './words.ts';

const CSS = `
:root{color-scheme:light dark}*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;font:1rem/1.6 "Pretendard GOV",Pretendard,"Noto Sans KR",system-ui,sans-serif}
a{color:inherit}.skip{position:absolute;left:-99rem}.skip:focus{position:static}
header{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;justify-content:space-between;border-bottom:2px solid currentColor}
h1{font-size:1.4rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.1rem}
.mark{border:1px solid currentColor;border-radius:.25rem;padding:0 .4rem;font-size:.85rem;white-space:nowrap}
ol.stages{list-style:none;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr))}
ol.stages li{border-left:.35rem solid #8886;padding:.25rem .6rem}ol.stages li.now{border-color:#256ef4;font-weight:600}ol.stages li.past{opacity:.75}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #8886}
.bad{font-weight:600;color:#c62828}@media(prefers-color-scheme:dark){.bad{color:#ff8a80}}`;

type Words = (typeof words)[Lang];
type Props = { readonly children?: ComponentChildren };
const el = (
  tag: string,
  props: Record<string, unknown> & Props = {},
  ...children: ComponentChildren[]
): VNode => h(tag, props as never, ...children);

const stageList = ({ standing }: CycleView, now: string, text: Words): VNode =>
  el(
    'ol',
    { class: 'stages', 'aria-label': text.timetable },
    ...standing.stages.map((one) => {
      const when = one.closesAt < now ? 'past' : one.opensAt <= now ? 'now' : 'next';
      return el(
        'li',
        { class: when, ...(when === 'now' ? { 'aria-current': 'step' } : {}) },
        text.stages[one.stage],
        el('br'),
        el('small', {}, `${one.opensOn} – ${one.closesOn} · ${text[when]}`),
      );
    }),
  );

const awaitedTable = ({ awaited }: CycleView, lang: Lang, text: Words): VNode => {
  if (awaited.length === 0) return el('p', {}, text.nobody);
  const rows = awaited.map((one) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, one.name[lang]),
      el('td', {}, text.kinds[one.obligationKind]),
      el('td', {}, one.dueOn),
      el(
        'td',
        one.late || one.silent ? { class: 'bad' } : {},
        one.silent ? text.silent : one.late ? text.late : text.open,
      ),
    ),
  );
  const heads = [text.institution, text.what, text.due, text.state].map((word) =>
    el('th', { scope: 'col' }, word),
  );
  return el(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': text.awaited },
    el(
      'table',
      {},
      el('caption', {}, text.awaited),
      el('thead', {}, el('tr', {}, ...heads)),
      el('tbody', {}, ...rows),
    ),
  );
};

const cyclePart = (view: CycleView, now: string, lang: Lang, text: Words): VNode => {
  const { standing, coverage } = view;
  return el(
    'section',
    {},
    el(
      'h3',
      {},
      standing.name[lang],
      ' ',
      el('span', { class: 'mark' }, text.stages[standing.stage]),
      standing.suspended ? el('span', { class: 'mark bad' }, text.suspended) : null,
    ),
    stageList(view, now, text),
    coverage
      ? el('p', {}, `${text.coverage}: ${coverage.answered + coverage.waived} / ${coverage.accepted}`)
      : null,
    awaitedTable(view, lang, text),
  );
};

const forumPart = ({ table, cycles }: ForumView, lang: Lang, text: Words): VNode =>
  el(
    'section',
    {},
    el(
      'h2',
      {},
      table.name[lang],
      ' ',
      table.clock === 'stepped'
        ? el('span', { class: 'mark' }, `${text.rehearsal} · ${table.now.slice(0, 10)}`)
        : null,
    ),
    ...(cycles.length === 0
      ? [el('p', {}, text.noCycle)]
      : cycles.map((one) => cyclePart(one, table.now, lang, text))),
  );

/** The plain status page: forums, cycles, stage, who is awaited until when. No script; works at 320 px and when printed. */
export const statusPage = (standing: Standing, lang: Lang): string => {
  const text = words[lang];
  const other = lang === 'ko' ? 'en' : 'ko';
  const body = el(
    'body',
    {},
    el('a', { class: 'skip', href: '#main' }, text.skip),
    el(
      'header',
      {},
      el('h1', {}, text.title),
      el(
        'nav',
        {},
        el('a', { href: `/${other}`, lang: other, hreflang: other }, text.other),
        ' · ',
        el('a', { href: '/api' }, text.api),
      ),
    ),
    el(
      'main',
      { id: 'main' },
      standing.whole ? null : el('p', { role: 'status', class: 'bad' }, text.unavailable),
      ...(standing.forums.length === 0
        ? [el('p', {}, text.noForum)]
        : standing.forums.map((one) => forumPart(one, lang, text))),
    ),
  );
  const head = el(
    'head',
    {},
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, text.title),
    el('link', { rel: 'alternate', hreflang: other, href: `/${other}` }),
    el('style', { dangerouslySetInnerHTML: { __html: CSS } }),
  );
  return `<!doctype html>${render(el('html', { lang }, head, body))}`;
};
