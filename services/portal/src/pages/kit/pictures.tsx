import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';

const { document } = parseHTML('<html><body></body></html>');
const WIDTH = 720;
/** Legible on light and dark paper; each part is also named, so colour alone says nothing. */
const FILLS = ['#256ef4', '#1a9c5b', '#b8860b', '#8a63d2', '#6d7882', '#d63d4a', '#00838f'];

const Picture = ({ svg, label }: { readonly svg: Element; readonly label: string }): VNode => {
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  // Its parts are said by the label and the table; groups may not have labels of their own.
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-hidden');
  }
  // Browsers are told to take no style that stands inside a page: what these said stands in the style sheet.
  for (const part of svg.querySelectorAll('style')) part.remove();
  for (const part of [svg, ...svg.querySelectorAll('[style]')]) part.removeAttribute('style');
  svg.setAttribute('class', 'picture');
  svg.setAttribute('viewBox', `0 0 ${svg.getAttribute('width')} ${svg.getAttribute('height')}`);
  return <figure tabindex={0} aria-label={label} dangerouslySetInnerHTML={{ __html: svg.outerHTML }} />;
};
const draw = (options: Plot.PlotOptions): Element =>
  Plot.plot({
    document: document as unknown as Document,
    width: WIDTH,
    ...options,
  }) as unknown as Element;

export type Span = {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly when: 'past' | 'now' | 'next';
};

/** Stages as bars over time, with a line at today. */
export const TimetablePicture = ({
  spans,
  today,
  todayName,
  label,
}: {
  readonly spans: readonly Span[];
  readonly today: string;
  readonly todayName: string;
  readonly label: string;
}): VNode => {
  const rows = spans.map((one) => ({ ...one, x1: new Date(one.from), x2: new Date(one.until) }));
  const ends = rows.flatMap((one) => [one.x1.getTime(), one.x2.getTime()]);
  const isLong = Math.max(...ends) - Math.min(...ends) > 500 * 86_400_000;
  const svg = draw({
    height: 60 + spans.length * 36,
    marginLeft: 150,
    marginRight: 30,
    marginTop: 26,
    marginBottom: 30,
    x: {
      type: 'utc',
      label: null,
      grid: true,
      ticks: isLong ? '6 months' : '2 months',
      tickFormat: (day: Date) => day.toISOString().slice(0, 7).replace('-', '.'),
    },
    y: { domain: spans.map((one) => one.name), label: null, tickSize: 0 },
    marks: [
      Plot.barX(rows, {
        x1: 'x1',
        x2: 'x2',
        y: 'name',
        rx: 3,
        fill: (one: Span) => (one.when === 'now' ? '#256ef4' : one.when === 'past' ? '#8a949e' : '#86aff9'),
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.ruleX([new Date(today)], { stroke: 'currentColor', strokeWidth: 2, strokeDasharray: '4 3' }),
      Plot.text([new Date(today)], {
        x: (day: Date) => day,
        frameAnchor: 'top',
        dy: -18,
        text: () => todayName,
      }),
    ],
  });
  return <Picture svg={svg} label={label} />;
};

export type Part = { readonly name: string; readonly count: number };

/** Units of the picture that a digit takes in bold. */
const DIGIT = 9;
/** A number stands in its part only where it fits; it stands beside the name below in any case. */
const numberIn = (one: Part, whole: number): string => {
  const said = String(one.count);
  return (one.count / whole) * WIDTH > said.length * DIGIT + 4 ? said : '';
};

/** Parts of a whole as one bar, each with its name and number below. */
export const SharePicture = ({
  parts,
  label,
}: {
  readonly parts: readonly Part[];
  readonly label: string;
}): VNode => {
  const there = parts.filter((one) => one.count > 0);
  const whole = there.reduce((sum, one) => sum + one.count, 0);
  const svg = draw({
    height: 70 + Math.ceil(there.length / 3) * 4,
    marginLeft: 4,
    marginRight: 4,
    marginBottom: 4,
    x: { axis: null },
    color: { domain: there.map((one) => one.name), range: FILLS },
    marks: [
      Plot.barX(there, Plot.stackX({ x: 'count', fill: 'name', insetRight: 1, rx: 2 })),
      Plot.text(
        there,
        Plot.stackX({
          x: 'count',
          text: (one: Part) => numberIn(one, whole),
          fill: 'white',
          fontWeight: 700,
        }),
      ),
    ],
  });
  return (
    <>
      <Picture svg={svg} label={label} />
      <ul class="small legend" aria-hidden="true">
        {there.map((one, at) => (
          <li key={one.name}>
            <svg width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" rx="2" fill={FILLS[at % FILLS.length]} />
            </svg>{' '}
            {one.name} {one.count}
          </li>
        ))}
      </ul>
    </>
  );
};

/** Fills that say how punctual: on time, late, silent, still open. */
const PUNCTUAL = ['#1a9c5b', '#b8860b', '#d63d4a', '#8a949e'];
/** Longest name beside a bar, in letters. */
const LONGEST_NAME = 18;

/** Parts of several wholes as bars below each other, with the fills named below. */
export const SharesPicture = ({
  rows,
  parts,
  label,
}: {
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly parts: readonly string[];
  readonly label: string;
}): VNode => {
  const short = (name: string): string =>
    [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name;
  const cells = rows.flatMap(({ name, counts }, row) =>
    counts.map((count, at) => ({ row, name: short(name), part: parts[at] ?? '', count })),
  );
  const longest = Math.max(1, ...rows.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0)));
  const svg = draw({
    height: 40 + rows.length * 28,
    marginLeft: 220,
    marginRight: 20,
    // Whole numbers only: what is counted comes in no halves.
    x: { label: null, grid: true, tickFormat: 'd', ticks: Math.min(6, longest) },
    y: {
      domain: rows.map((_, row) => row),
      tickFormat: (row: number) => short(rows[row]?.name ?? ''),
      label: null,
      tickSize: 0,
    },
    color: { domain: [...parts], range: PUNCTUAL },
    marks: [
      Plot.barX(
        cells.filter((one) => one.count > 0),
        Plot.stackX({ x: 'count', y: 'row', fill: 'part', insetTop: 3, insetBottom: 3, insetRight: 1 }),
      ),
    ],
  });
  return (
    <>
      <Picture svg={svg} label={label} />
      <ul class="small legend" aria-hidden="true">
        {parts.map((part, at) => (
          <li key={part}>
            <svg width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" rx="2" fill={PUNCTUAL[at]} />
            </svg>{' '}
            {part}
          </li>
        ))}
      </ul>
    </>
  );
};

export type Level = { readonly name: string; readonly level: number };

/** How far each is on a scale of named levels, from the first to the last. */
export const LevelPicture = ({
  rows,
  levels,
  label,
}: {
  readonly rows: readonly Level[];
  readonly levels: readonly string[];
  readonly label: string;
}): VNode => {
  const svg = draw({
    height: 50 + rows.length * 26,
    marginLeft: 44,
    marginRight: 60,
    marginTop: 34,
    x: {
      domain: [0, levels.length - 1],
      ticks: levels.map((_, at) => at),
      tickFormat: (at: number) => levels[at] ?? '',
      axis: 'top',
      label: null,
      grid: true,
    },
    y: { domain: rows.map((one) => one.name), label: null, tickSize: 0 },
    marks: [
      Plot.ruleY(rows, {
        y: 'name',
        x1: 0,
        x2: 'level',
        stroke: '#256ef4',
        strokeWidth: 6,
        strokeLinecap: 'round',
      }),
      Plot.dot(rows, { x: 'level', y: 'name', r: 7, fill: '#256ef4' }),
    ],
  });
  return <Picture svg={svg} label={label} />;
};
