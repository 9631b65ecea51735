import pg from 'pg';

/** Quotes a name for SQL. */
export const name = pg.escapeIdentifier;

/** Quotes a text for SQL. */
export const literal = pg.escapeLiteral;
