import { PURPOSE_NAMESPACE } from '@madang/contracts';
import { v5 as uuidv5 } from 'uuid';

/** The id that belongs to a purpose: whoever names the same purpose gets the same id, in any run. */
export const idOf = (purpose: string): string => uuidv5(purpose, PURPOSE_NAMESPACE);
