import { publicCommands, publicQueries } from './api/routes.ts';

const types = [...publicCommands, ...publicQueries].map((one) => one.type);

/** The door: who it asks. It records nothing and hears nothing; what it shows it asks for. */
export const service = {
  name: 'portal',
  asks: types,
  answers: [],
  tells: [],
  hears: [],
};
