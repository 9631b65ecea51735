import { publicCommands, publicQueries } from './doors/api/routes.ts';

// Texts and positions are answered by every service through the kit; they are not drawn one by one.
const byTheKit =
  /\.(publish-texts|translate-text|check-translation|correct-text|withdraw-text|read-texts|facts-of|facts-of-forum|parked-facts|positions|replay-parked)\.v1$/;
const types = [...publicCommands, ...publicQueries]
  .map((one) => one.type)
  .filter((type) => !byTheKit.test(type));

/** The door: who it asks. It records nothing and hears nothing; what it shows it asks for. */
export const service = {
  name: 'portal',
  asks: types,
  answers: [],
  tells: [],
  hears: [],
};
