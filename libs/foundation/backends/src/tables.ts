import { type Pool } from 'pg';

/**
 * Creates what is not there yet, with statements that say `if not exists`. Several processes start at once, and
 * PostgreSQL refuses the second of two that create the same thing at the same moment: they take turns.
 * @param lock any number, the same wherever these statements are run
 */
export async function createOnce(pool: Pool, lock: number, statements: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    await client.query(statements);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
