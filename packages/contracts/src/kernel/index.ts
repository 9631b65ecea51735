export * from './define.ts';
export * from './envelope.ts';
export * from './operations.ts';
export * from './primitives.ts';
export * from './purpose.ts';
export * from './roles.ts';
export * from './subjects.ts';
export * from './texts.ts';
