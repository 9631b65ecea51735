import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly madangSite: { readonly portalUrl: string; readonly mails: string };
  }
}

/** The address of a page of the system that all files of pages share. */
export const url = (path: string): string => `${inject('madangSite').portalUrl}${path}`;

/** Where the mails lie that this system sent. */
export const mailFolder = (): string => inject('madangSite').mails;
