import type { IForbiddenRuleType } from 'dependency-cruiser';
import { npm, specs, type Wall } from './wall.ts';

/** Walls that stand for everyone. */
export const houseWalls: readonly Wall[] = [
  {
    name: 'services-are-shut-from-outside',
    because:
      'A service is known by its messages alone, so that it can change inside without asking anyone. Send a command or a query, or hear its events; its words are in @madang/contracts.',
    from: ['^(workflows|packages|infra)/'],
    to: ['^services/'],
  },
  {
    name: 'services-do-not-know-each-other',
    because:
      'A service never asks another: it hears facts and keeps its own copy of what it needs to decide. Write a copy or a reaction to the other service’s event.',
    from: ['^services/([^/]+)/'],
    to: ['^services/'],
    mayImport: ['^services/$1/'],
  },
  {
    name: 'temporal-only-in-workflows',
    because:
      'The clock is one room. Elsewhere tell a fact: the listener starts or signals the process. Only those who start a server may see Temporal besides.',
    from: ['^(services|packages|infra)/'],
    but: ['^infra/local/', '^packages/(testing|acceptance)/'],
    to: [npm('@temporalio/')],
  },
  {
    name: 'nats-only-in-messaging',
    because:
      'How messages travel is known in one package, so that the walls of the subjects can be read in one place. Use ask, answer, publish and read of @madang/messaging.',
    from: ['^(services|workflows|packages|infra)/'],
    but: ['^packages/messaging/', '^infra/nats/'],
    to: [npm('@nats-io/'), npm('nats')],
  },
  {
    name: 'test-tools-stay-in-tests',
    because:
      'What ships does not know how it is tested. Move the code into a spec, or what the spec needs into packages/testing.',
    from: ['^(services|workflows|packages)/'],
    but: ['^packages/(testing|acceptance)/', specs],
    to: ['^packages/(testing|acceptance)/', npm('vitest'), npm('fast-check')],
  },
];

/** What cannot be said as from and to. */
export const shapeRules: readonly IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment:
      'Files that need each other are one thing or three: move what both need into a third file that knows neither.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'every-import-resolves',
    comment:
      'An import that leads nowhere is also one that no wall can judge. Add the dependency to the package that uses it, or generate the clients first.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];
