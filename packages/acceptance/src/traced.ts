import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { until } from '@madang/local';
import { canary } from '@madang/testing';
import { smallCycle } from './pages/held-rehearsal.ts';
import { openPortal } from './portal/portal.ts';
import { rehearseScenario } from './rehearse-scenario.ts';
import { failing } from './stories/failing.ts';
import { inAnyForm } from './stories/in-any-form.ts';
import { contributionTo, heardBy, lastWordIn, orphansIn, sealingTo, told } from './stories/trace-chains.ts';
import { type Held, heldByJaeger } from './traces/jaeger.ts';
import { personalIn } from './traces/personal.ts';
import { foundWallForum } from './traces/wall-forum.ts';

/**
 * `node packages/acceptance/src/traced.ts --jaeger http://127.0.0.1:16686`: plays a small cycle at MADANG_PORTAL_URL, which traces
 * every request, and judges what Jaeger, if it is named, shows of it: a contribution comes in one trace to all who hear it, the last word about one
 * turns the process that waited for it and comes to all who hear of that, every span has its cause, and none tells of a person.
 * Beside it a forum is founded that is no rehearsal.
 */
const { values } = parseArgs({ options: { jaeger: { type: 'string' } } });
const { jaeger } = values;
const { MADANG_PORTAL_URL: portalUrl = 'http://127.0.0.1:8080' } = process.env;
const say = (line: string): void => console.log(line);
const begun = new Date();
const portal = openPortal(portalUrl);
const word = canary('의견');
const { contributions } = smallCycle;
const scenario = {
  ...smallCycle,
  contributions: {
    ...contributions,
    templates: contributions.templates.map((one) => ({ ...one, text: `${one.text} ${word}` })),
  },
};

await foundWallForum(openPortal(portalUrl));
const played = await rehearseScenario(scenario, portalUrl, `traced-${randomUUID()}`, undefined, portal);
const { entries } = portal.journal;
const given = entries.find(({ type }) => type === 'commitments.contribute.v1');
const { contributionId } = (given?.body ?? {}) as { readonly contributionId?: string };

/** What the spans of a played cycle must come to. */
const ways = ({ spans }: Held) => {
  const accepted = (service: string) =>
    heardBy(spans, service, 'commitments.contribution.accepted.v1', `contribution/${contributionId}`);
  const sealed = (service: string) => heardBy(spans, service, 'commitments.consultation.sealed.v1');
  const last = lastWordIn(sealed('madang-portal'));
  return [
    ...['madang-people', 'madang-portal'].map((one) => [accepted(one), contributionTo(one)] as const),
    ...['madang-forums', 'madang-portal'].map((one) => [sealed(one), sealingTo(one, last)] as const),
  ];
};

/** @returns what is not as it must be */
const judge = async (address: string): Promise<readonly string[]> => {
  let held = await heldByJaeger(address, begun);
  const isWhole = async (): Promise<boolean> => {
    held = await heldByJaeger(address, begun);
    return ways(held).every(([chain]) => chain.length > 0) && orphansIn(held.spans).length === 0;
  };
  // Each process sends what it has every few seconds. What is missing when the time is over is told below.
  await until(isWhole, { within: 60_000, every: 3_000, what: 'every span to have its cause' }).catch(
    () => undefined,
  );
  const orphans = orphansIn(held.spans);
  const personal = [word, ...personalIn(portal.journal)];
  const seen = personal.filter((one) =>
    inAnyForm(one).some((form) => held.raw.includes(Buffer.from(form).toString('utf8'))),
  );
  const traces = new Set(held.spans.map(({ traceId }) => traceId));
  const services = held.services.filter((name) => name.startsWith('madang-'));
  say(`Jaeger holds ${traces.size} traces with ${held.spans.length} spans of ${services.join(', ')}`);
  for (const [chain] of ways(held))
    if (chain.length > 0) say(`trace ${chain[0]?.traceId}: ${told(chain).join(' → ')}`);
  say(
    `${personal.length} words, names, addresses and ids of persons were looked for in it: ${seen.length} found`,
  );
  return [
    ...ways(held)
      .filter(([chain, expected]) => told(chain).join('\n') !== expected.join('\n'))
      .map(([chain, expected]) => `not whole:\n${expected.join('\n')}\nbut\n${told(chain).join('\n')}`),
    ...(orphans.length > 0 ? [`${orphans.length} spans have no cause`] : []),
    ...orphans.slice(0, 10).map((one) => `${one.service}: ${one.name} of ${one.traceId} has no cause`),
    ...seen.map((one) => `a span tells of a person: ${one}`),
  ];
};

say(`${entries.length} commands in ${(played.wall / 1000).toFixed(1)} s, digest ${played.outcome.digest}`);
const wrong = [...failing(played), ...(jaeger === undefined ? [] : await judge(jaeger))];
for (const one of wrong) console.error(one);
process.exit(wrong.length === 0 ? 0 : 1);
