/** Socket errors of Node, and the states in which PostgreSQL takes no work: starting, stopping, or out of slots. */
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH']);
const postgresCodes = /^(08...|57P0[1-3]|53300|25006)$/;
const messages = /^(Connection terminated|timeout exceeded when trying to connect|Connection is closed)/;

/** Whether an error says that PostgreSQL or Redis cannot be reached for the moment, so that trying again may help. */
export function isConnectionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.some(isConnectionFailure)) return true;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (typeof code === 'string') {
    // ENOENT is a missing socket file only when it comes from `connect`.
    if (socketCodes.has(code)) return code !== 'ENOENT' || syscall === 'connect';
    if (postgresCodes.test(code)) return true;
  }
  return error.name === 'MaxRetriesPerRequestError' || messages.test(error.message);
}
