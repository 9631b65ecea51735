/** Subjects are made from types and nothing else. */
export const commandSubject = (type: string): string => `ogp.command.${type}`;
export const querySubject = (type: string): string => `ogp.query.${type}`;
export const eventSubject = (type: string): string => `ogp.event.${type}`;
