import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { type Flow, flowsOf, type Room } from './room.ts';

const colours = { asks: '#1d4ed8', tells: '#b45309', ink: '#111827', asker: '#e0e7ff', owner: '#fef3c7' };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

const node = ({ name, answers, tells, asks }: Room): string => {
  const does = [
    ...(asks.length > 0 ? [`asks ${asks.length}`] : []),
    ...(answers.length > 0 ? [`answers ${answers.length}`] : []),
    ...(tells.length > 0 ? [`tells ${tells.length}`] : []),
  ].join(', ');
  const fill = asks.length > 0 ? colours.asker : colours.owner;
  return `"${name}" [label=<<b>${escaped(name)}</b><br/><font point-size="11">${does}</font>>, fillcolor="${fill}"]`;
};

const edge = ({ kind, from, to, types }: Flow): string => {
  const [style, colour, word] =
    kind === 'asks' ? ['solid', colours.asks, 'wish'] : ['dashed', colours.tells, 'fact'];
  const label = word === 'wish' ? `${types.length} asked` : count(types.length, word);
  return `"${from}" -> "${to}" [style=${style}, color="${colour}", fontcolor="${colour}", label=" ${label} ", tooltip="${types.join('&#10;')}"]`;
};

const dotOf = (rooms: readonly Room[]): string => `digraph madang {
  rankdir=LR; bgcolor="white"; pad=0.3; nodesep=0.6; ranksep=1.6;
  node [shape=box, style="filled,rounded", fontname="sans-serif", fontsize=15, color="${colours.ink}", margin="0.25,0.15"];
  edge [fontname="sans-serif", fontsize=11, penwidth=1.5];
  ${rooms.map(node).join('\n  ')}
  { rank=same; ${rooms
    .filter(({ asks }) => asks.length > 0)
    .map(({ name }) => `"${name}"`)
    .join('; ')} }
  ${flowsOf(rooms).map(edge).join('\n  ')}
}`;

/** The picture in words, for those who do not see it. */
const inWords = (rooms: readonly Room[]): string =>
  flowsOf(rooms)
    .map(({ kind, from, to, types }) => `${from} ${kind} ${to}: ${types.join(', ')}.`)
    .join(' ');

/** The wiring as an SVG that says in title and description what it shows. Same wiring, same bytes. */
export const drawGraph = async (rooms: readonly Room[]): Promise<string> => {
  const graphviz = await Graphviz.load();
  const drawn = graphviz.layout(dotOf(rooms), 'svg', 'dot');
  const body = drawn
    .slice(drawn.indexOf('<svg'))
    .replaceAll(/<!--[\s\S]*?-->\n?/g, '')
    .replaceAll(/^<title>[^<]*<\/title>\n/gm, '')
    .replace(/<svg /, '<svg role="img" aria-labelledby="title desc" ');
  const title = 'Who asks, tells and hears whom in Madang';
  const key = 'Solid blue arrows are commands and queries, dashed brown arrows are facts.';
  const words = `<title id="title">${title}</title>\n<desc id="desc">${escaped(`${key} ${inWords(rooms)}`)}</desc>`;
  return `${body.replace(/(<svg[^>]*>)/, `$1\n${words}`).trimEnd()}\n`;
};
