/** How long sessions last: MADANG_SESSION_IDLE minutes without use (120), MADANG_SESSION_HOURS in any case (12). */
export const lifetimes = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): { readonly idleMinutes: number; readonly wholeHours: number } => {
  const among = (given: string | undefined, usual: number, most: number): number => {
    const number = Number(given ?? usual);
    return Number.isFinite(number) && number > 0 && number <= most ? number : usual;
  };
  return {
    idleMinutes: among(environment.MADANG_SESSION_IDLE, 120, 1_440),
    wholeHours: among(environment.MADANG_SESSION_HOURS, 12, 168),
  };
};
