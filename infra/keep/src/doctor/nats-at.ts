export type NatsAt = {
  readonly url: string;
  /** Passwords by user. */
  readonly passwords: Readonly<Record<string, string>>;
};
