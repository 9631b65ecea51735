export type Finding = {
  readonly check: string;
  readonly state: 'fine' | 'warning' | 'wrong';
  readonly what: string;
  /** What to do; empty when it is fine. */
  readonly todo: string;
};

export const fine = (check: string, what: string): Finding => ({ check, state: 'fine', what, todo: '' });
export const wrong = (check: string, what: string, todo: string): Finding => ({
  check,
  state: 'wrong',
  what,
  todo,
});
export const warning = (check: string, what: string, todo: string): Finding => ({
  check,
  state: 'warning',
  what,
  todo,
});
