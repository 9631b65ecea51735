import type { ServiceName } from '@madang/contracts';

/** One stream per service; its sequence is the service's event number. */
export const eventStream = (service: ServiceName): string => `EVENTS_${service}`;
/** Second copies of sealed texts and of their keys; keys can be securely deleted, texts need not be. */
export const textStream = (service: ServiceName): string => `TEXTS_${service}`;
export const keyStream = (service: ServiceName): string => `KEYS_${service}`;
export const textSubject = (service: ServiceName, id: string): string => `ogp.text.${service}.${id}`;
export const keySubject = (service: ServiceName, id: string): string => `ogp.key.${service}.${id}`;
/** Streams with secure deletion keep what is deleted away from the disk, so they must be asked for message by message. */
export const WORKFLOWS_BUCKET = 'workflows';
