/** Conditions of a statement that are there only when something was chosen; values go as parameters, never into the text. */
export const conditions = (
  ...first: readonly unknown[]
): { readonly values: readonly unknown[]; readonly where: (sql: string, value: unknown) => string } => {
  const values: unknown[] = [...first];
  return {
    values,
    where: (sql, value) => {
      if (value === undefined || value === null || value === '') return '';
      values.push(value);
      return ` AND ${sql.replace('?', `$${values.length}`)}`;
    },
  };
};
