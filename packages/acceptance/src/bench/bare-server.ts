import { Contribute } from '@madang/contracts';
import fastify from 'fastify';
import pg from 'pg';

/** The baseline: Fastify, zod, one insert. Run as a process of its own with DATABASE_URL and PORT. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
await pool.query('CREATE TABLE IF NOT EXISTS bare (id uuid PRIMARY KEY, body jsonb NOT NULL)');
const app = fastify();
app.post('/contribute', async (request, reply) => {
  const body = Contribute.body.safeParse(request.body);
  if (!body.success) return reply.code(400).send(body.error.issues);
  await pool.query('INSERT INTO bare VALUES ($1, $2)', [body.data.contributionId, JSON.stringify(body.data)]);
  return reply.send({ id: body.data.contributionId });
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.send?.('ready');
