import type { RepairsOf, ResultOf } from '@madang/contracts';
import type { DutyFound } from '../../queries/institution.ts';
import type { Named } from '../kit/desk.ts';
import { Facts, Tag } from '../kit/parts.tsx';
import { drawPage } from '../kit/shell.tsx';
import { dayIn, type Told, timeIn } from '../kit/told.ts';
import { type Lang, saying } from '../messages/say.ts';
import { DutyRepairs, type TypedRepair } from './duty-repairs.tsx';
import { LastAct, Marks, Why } from './process-parts.tsx';
import { RepairForm } from './repair-form.tsx';
import { RepairsLog } from './repairs-log.tsx';
import { sayPlace } from './say-place.ts';
import { type SeenProcess, type TemporalAt, temporalPage } from './seen-process.ts';

export type ProcessView = {
  readonly one: SeenProcess;
  /** Of an obligation, as far as the read model has heard. */
  readonly duty: DutyFound | undefined;
  readonly institutions: readonly Named[];
  /** Repairs of this process; nothing while the log cannot be read. */
  readonly repairs: ResultOf<typeof RepairsOf>['repairs'] | undefined;
  readonly temporal: TemporalAt | undefined;
  readonly mayRepair: boolean;
  readonly formId: string;
  readonly isRepaired: boolean;
  readonly wrong: string | undefined;
  readonly typed: TypedRepair | undefined;
};

const factsOf = ({ one, duty, temporal }: ProcessView, told: Told) => {
  const { say, lang } = told;
  const { waitingFor, next } = sayPlace(told, one);
  const names = one.awaitedNames.map((name) => name[lang]).join(', ');
  return [
    [
      say('console.forum'),
      one.forumName ? <a href={`/${lang}/forums/${one.forumId}`}>{one.forumName[lang]}</a> : '',
    ],
    [say('console.waitsFor'), waitingFor],
    [say('console.awaited'), names],
    [say('console.until'), one.until ? timeIn(told, one.until) : ''],
    [say('console.next'), next],
    [say('console.lastAct'), one.lastHumanAct ? <LastAct one={one} told={told} /> : ''],
    [
      say('process.kind.obligation'),
      duty ? (
        <a href={`/${lang}/duties/${duty.id}`}>
          {say('duty.title', { kind: say(`duty.${duty.obligationKind}`), day: dayIn(told, duty.dueOn) })}
        </a>
      ) : (
        ''
      ),
    ],
    [
      'Temporal',
      temporal ? <a href={temporalPage(temporal, one.processId)}>{say('console.temporal')}</a> : '',
    ],
  ] as const;
};

/** One process: where it stands, what is wrong with it, its repairs, and who repaired it before. */
export const processPage = (view: ProcessView, lang: Lang): string => {
  const { one, duty, repairs, mayRepair, formId, wrong } = view;
  const say = saying(lang);
  const told: Told = { lang, say, zone: one.zone };
  const path = `/console/process?id=${encodeURIComponent(one.processId)}`;
  const title = say(`process.kind.${one.process}`);
  return drawPage({
    told,
    title,
    path,
    crumbs: [{ href: '/console', name: say('console.title') }],
    hasErrors: wrong !== undefined,
    children: (
      <>
        <h1>{title}</h1>
        {wrong ? (
          <p class="errors" role="alert">
            {wrong}
          </p>
        ) : null}
        {view.isRepaired ? (
          <p class="box" role="status">
            {say('console.repaired')}
          </p>
        ) : null}
        <p>
          <Marks one={one} told={told} /> {duty?.extensionAsked ? <Tag>{say('awaited.asking')}</Tag> : null}{' '}
          <code>{one.processId}</code>
        </p>
        <Why one={one} told={told} />
        <Facts facts={factsOf(view, told)} />
        {mayRepair ? (
          <>
            <h2>{say('console.repair')}</h2>
            <RepairForm process={one} told={told} repairId={formId} back={path} />
            {duty?.state === 'open' ? <DutyRepairs {...view} {...{ duty, told }} /> : null}
          </>
        ) : null}
        <h2>{say('console.repairs')}</h2>
        {repairs === undefined ? <p class="bad">{say('console.repairs.away')}</p> : null}
        {repairs?.length === 0 ? <p>{say('console.repairs.none')}</p> : null}
        {repairs && repairs.length > 0 ? <RepairsLog repairs={repairs} told={told} /> : null}
      </>
    ),
  });
};
