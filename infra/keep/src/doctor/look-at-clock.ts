import { lookAtTemporal, type TemporalLook } from '@madang/workflows/look-at-temporal';
import { type Finding, fine, warning, wrong } from './finding.ts';

export type TemporalAt = { readonly address: string; readonly namespace: string };

/** The oldest server that the processes were tried on. */
const OLDEST = [1, 29] as const;

const isTried = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === OLDEST[0] && minor >= OLDEST[1];
};

const ofProcesses = ({ overdue, running }: TemporalLook): Finding =>
  overdue.count === 0
    ? fine('processes', `${running} run, none is overdue`)
    : wrong(
        'processes',
        `${overdue.count} of ${running} should have taken their next step: ${overdue.first.join(', ')}${overdue.count > overdue.first.length ? ', …' : ''}`,
        'Open them on the operators’ console: see what they wait for, let them look again, or restart them from the facts.',
      );

/** Temporal and the processes in it. It tells no time, so its clock cannot be compared. */
export const lookAtClock = async (at: TemporalAt): Promise<readonly Finding[]> => {
  const look = await lookAtTemporal(at).catch(() => undefined);
  if (!look)
    return [wrong('temporal', `Temporal does not answer at ${at.address}`, 'Start it, and look at its log.')];
  const version = isTried(look.version)
    ? fine('temporal', `version ${look.version}`)
    : warning(
        'temporal',
        `version ${look.version}`,
        `Madang is tried with ${OLDEST.join('.')} and later: use that.`,
      );
  if (!look.hasNamespace)
    return [
      version,
      wrong(
        'temporal namespace',
        `${at.namespace} is not there`,
        `temporal operator namespace create --namespace ${at.namespace} --retention 30d; or is MADANG_TEMPORAL_NAMESPACE wrong?`,
      ),
    ];
  const { missingAttributes: missing } = look;
  return [
    version,
    missing.length === 0
      ? fine('temporal namespace', `${at.namespace}, with what operators search by`)
      : wrong(
          'temporal namespace',
          `${at.namespace} does not know ${missing.join(', ')}`,
          'temporal operator search-attribute create, as infra/helm/README.md writes it: processes wait until then.',
        ),
    look.workers > 0
      ? fine('workers', `${look.workers} take the tasks of processes`)
      : wrong('workers', 'nobody takes the tasks of processes', 'Start the workflows, or look at their log.'),
    ofProcesses(look),
  ];
};
