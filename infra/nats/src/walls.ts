/** The rooms and what each of their NATS users may do: the wall of house.md in its second material. */
export const services = ['forums', 'commitments', 'ministries', 'people'] as const;
export type ServiceRoom = (typeof services)[number];

export type User = {
  readonly user: string;
  readonly account: 'EVENTS' | 'COMMANDS' | 'SYS';
  readonly publish: readonly string[] | 'anything';
  readonly subscribe: readonly string[] | 'anything';
  /** May reply to requests it received, and to nothing else. */
  readonly replies?: boolean;
};

const inbox = (user: string): string => `_INBOX_${user.replaceAll('-', '_')}.>`;

/** Reading facts: batched direct get and the head of every service's stream; hints by subscription. */
const reading = services.flatMap((one) => [
  `$JS.API.DIRECT.GET.EVENTS_${one}`,
  `$JS.API.STREAM.INFO.EVENTS_${one}`,
]);

const eventsOf = (name: ServiceRoom): User => ({
  user: `${name}-events`,
  account: 'EVENTS',
  publish: [
    ...reading,
    `ogp.event.${name}.>`,
    `ogp.text.${name}.>`,
    `ogp.key.${name}.>`,
    ...['TEXTS', 'KEYS'].flatMap((kind) => [
      `$JS.API.DIRECT.GET.${kind}_${name}`,
      `$JS.API.DIRECT.GET.${kind}_${name}.>`,
      `$JS.API.STREAM.INFO.${kind}_${name}`,
    ]),
    // Erasure: only keys may be deleted, one at a time, by their owner, who finds them where the stream is led.
    `$JS.API.STREAM.MSG.GET.KEYS_${name}`,
    `$JS.API.STREAM.MSG.DELETE.KEYS_${name}`,
  ],
  subscribe: ['ogp.event.>', inbox(`${name}-events`)],
});

const answersOf = (name: ServiceRoom | 'workflows'): User => ({
  user: `${name}-answers`,
  account: 'COMMANDS',
  publish: [],
  subscribe: [`ogp.command.${name}.>`, `ogp.query.${name}.>`, '$SRV.>', inbox(`${name}-answers`)],
  replies: true,
});

const asksAs = (name: 'portal' | 'workflows'): User => ({
  user: `${name}-asks`,
  account: 'COMMANDS',
  publish: ['ogp.command.>', 'ogp.query.>', '$SRV.>'],
  subscribe: [inbox(`${name}-asks`)],
});

/** Every user there is. A service can neither publish a command nor a fact of another. */
export const users: readonly User[] = [
  ...services.map(eventsOf),
  ...services.map(answersOf),
  answersOf('workflows'),
  asksAs('portal'),
  asksAs('workflows'),
  {
    user: 'portal-events',
    account: 'EVENTS',
    publish: reading,
    subscribe: ['ogp.event.>', inbox('portal-events')],
  },
  {
    user: 'workflows-events',
    account: 'EVENTS',
    publish: [
      ...reading,
      '$KV.workflows.>',
      '$JS.API.STREAM.INFO.KV_workflows',
      '$JS.API.DIRECT.GET.KV_workflows',
      '$JS.API.DIRECT.GET.KV_workflows.>',
    ],
    subscribe: ['ogp.event.>', '$KV.workflows.>', inbox('workflows-events')],
  },
  { user: 'infra', account: 'EVENTS', publish: 'anything', subscribe: 'anything' },
  { user: 'sys', account: 'SYS', publish: 'anything', subscribe: 'anything' },
];
