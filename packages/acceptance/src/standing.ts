import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ProcessesOf } from '@madang/contracts';
import { until } from '@madang/local';
import { factsOf } from './outcome/facts.ts';
import { openPortal } from './portal/portal.ts';
import { idsOf } from './rehearsal/ids.ts';

/**
 * `node packages/acceptance/src/standing.ts --name <run>`: what the system at MADANG_PORTAL_URL holds of a run, as JSON, for a
 * comparison before and after something is done to it: its facts by number and hash, where each
 * process stands and until when, and what its public page says.
 */
const { values } = parseArgs({ options: { name: { type: 'string', default: '' } } });
const { MADANG_PORTAL_URL: portalUrl = 'http://127.0.0.1:8080' } = process.env;
const ids = idsOf(values.name);
const [forumId, cycleId] = [ids.of('forum'), ids.of('cycle')];
const operator = { id: ids.of('person/operator'), roles: ['operator' as const] };
const portal = openPortal(portalUrl);
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const look = async () => {
  const facts = await factsOf(portal, operator, forumId);
  const { processes } = await portal.query(operator, ProcessesOf, { forumId });
  const page = await fetch(`${portalUrl}/ko/cycles/${cycleId}`);
  return {
    facts: Object.fromEntries(
      [...Map.groupBy(facts, ({ service }) => service)].map(([service, own]) => [
        service,
        `${own.length} ${hashOf(JSON.stringify(own))}`,
      ]),
    ),
    processes: processes.map(({ processId, stage, until: at }) => `${processId} ${stage} ${at}`).toSorted(),
    page: `${page.status} ${hashOf(await page.text())}`,
  };
};

// What was just written may still be on its way into copies and pages: two looks that say the same.
let last = JSON.stringify(await look());
const stands = async (): Promise<boolean> => {
  const before = last;
  last = JSON.stringify(await look());
  return last === before;
};
await until(stands, { within: 60_000, every: 1_000, what: 'the system to stand still' });
console.log(last);
