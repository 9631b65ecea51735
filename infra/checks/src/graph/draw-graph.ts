import { type Arrow, type Box, boxWidth, layOut } from './lay-out.ts';
import { type Flow, flowsOf, type Room } from './room.ts';

const looks = {
  asks: { colour: '#1d4ed8', dashes: '' },
  tells: { colour: '#92400e', dashes: ' stroke-dasharray="6 4"' },
} as const;
const title = 'Who asks, tells and hears whom in Madang';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const sentence = ({ kind, from, to, types }: Flow): string =>
  escaped(`${from} ${kind} ${to}: ${types.join(', ')}.`);

const drawBox = ({ room, x, y, height }: Box): string => {
  const { name, asks, answers, tells } = room;
  const does = [
    ...(asks.length > 0 ? [`asks ${asks.length}`] : []),
    ...(answers.length > 0 ? [`answers ${answers.length}`] : []),
    ...(tells.length > 0 ? [`tells ${tells.length}`] : []),
  ].join(', ');
  const [centre, middle] = [x + boxWidth / 2, Math.round(y + height / 2)];
  const fill = asks.length > 0 ? '#e0e7ff' : '#fef3c7';
  return `<rect x="${x}" y="${Math.round(y)}" width="${boxWidth}" height="${height}" rx="10" fill="${fill}" stroke="#111827"/>
<text x="${centre}" y="${middle - 4}" font-size="16" font-weight="700" text-anchor="middle">${escaped(name)}</text>
<text x="${centre}" y="${middle + 15}" font-size="12" text-anchor="middle">${does}</text>`;
};

const drawArrow = ({ flow, from, to, bulge }: Arrow): string => {
  const { colour, dashes } = looks[flow.kind];
  const middle = (from.x + to.x) / 2;
  const [one, two] = bulge === 0 ? [middle, middle] : [from.x + bulge, to.x + bulge];
  const outward = bulge !== 0 ? Math.sign(bulge) : Math.sign(to.x - from.x);
  const anchor = outward > 0 ? 'start' : 'end';
  return `<g><title>${sentence(flow)}</title>
<path d="M${from.x},${from.y} C${one},${from.y} ${two},${to.y} ${to.x},${to.y}" fill="none" stroke="${colour}" stroke-width="1.6"${dashes} marker-end="url(#${flow.kind})"/>
<text x="${from.x + 8 * outward}" y="${from.y - 4}" font-size="11" fill="${colour}" text-anchor="${anchor}" paint-order="stroke" stroke="#ffffff" stroke-width="3">${flow.kind} ${flow.types.length}</text></g>`;
};

const arrowHead = (kind: Flow['kind']): string =>
  `<marker id="${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0,0 L10,5 L0,10 z" fill="${looks[kind].colour}"/></marker>`;

/** The wiring as an SVG that says in title and description what it shows. Same wiring, same bytes. */
export const drawGraph = (rooms: readonly Room[]): string => {
  const { boxes, arrows, width, height } = layOut(rooms);
  const key = 'Solid blue arrows are commands and queries, dashed brown arrows are facts.';
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 ${width} ${Math.round(height)}" font-family="system-ui, sans-serif" fill="#111827">
<title id="title">${title}</title>
<desc id="desc">${[key, ...flowsOf(rooms).map(sentence)].join(' ')}</desc>
<defs>${arrowHead('asks')}${arrowHead('tells')}</defs>
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="30" y="36" font-size="18" font-weight="700">${title}</text>
${arrows.map(drawArrow).join('\n')}
${boxes.map(drawBox).join('\n')}
<text x="30" y="${Math.round(height) - 16}" font-size="12">${key}</text>
</svg>
`;
};
