import pg from 'pg';

/** Works with one connection and closes it, whatever happens. */
export const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // a lost connection also fails the query that runs
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
