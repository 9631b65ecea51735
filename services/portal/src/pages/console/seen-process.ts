import type { ProcessesOf, ResultOf } from '@madang/contracts';

type Name = { readonly ko: string; readonly en: string };
/** A process as the console shows it. */
export type SeenProcess = ResultOf<typeof ProcessesOf>['processes'][number] & {
  /** What it waits for is past due. */
  readonly isOverdue: boolean;
  readonly forumName: Name | undefined;
  /** The zone of its forum. */
  readonly zone: string;
  /** Institutions that are awaited; one whose name was not heard by the beginning of its id. */
  readonly awaitedNames: readonly Name[];
};
/** Where Temporal's own pages are, and in which part of it the processes lie. */
export type TemporalAt = { readonly url: string; readonly namespace: string };

/** Temporal's page of a process. */
export const temporalPage = ({ url, namespace }: TemporalAt, processId: string): string =>
  `${url}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(processId)}`;
